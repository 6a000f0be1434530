/// The fleet as its files describe it. [FleetReader] takes files of any accepted kind and answers one [Fleet] or
/// one line that says what is wrong.
package io.hotfleet.simulator.inventory;
