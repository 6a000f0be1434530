/// The simulated Windows under a node that is a process: what is installed, and what its memory holds of it.
package io.hotfleet.simulator.host.machine;
