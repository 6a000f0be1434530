/// A million machines through a year of the real calendar in one process: state in parallel arrays, a small event
/// queue for each 128 machines, no service. What a machine's memory looks like is derived when someone asks.
package io.hotfleet.simulator.bulk;
