/// What Azure tells of machines, in whatever form its tools write it. Only machines are machines; what lies
/// below or beside them is joined to them or counted.
package io.hotfleet.simulator.inventory.azure;
