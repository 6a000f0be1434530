/// The fleet as its files describe it: machines with their facts, clusters, policy, assumptions and events.
/// Whatever reads files into it stands above, and what rehearses it takes it from here.
package io.hotfleet.simulator.inventory;
