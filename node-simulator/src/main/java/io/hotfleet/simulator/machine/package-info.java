/// The machines of a rehearsal: how long each part of their work takes, which states they pass through on the way,
/// what hotpatches leave in their memories. The figures of memory are those of the detailed model, from tables.
package io.hotfleet.simulator.machine;
