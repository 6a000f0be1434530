/// The nodes of live simulated fleets: the log of what happened to each, and what each looks like now or looked like
/// then. A node is rebuilt from its log whenever nobody has it in memory, so a restart of the service loses nothing.
package io.hotfleet.simulator.fleet.node;
