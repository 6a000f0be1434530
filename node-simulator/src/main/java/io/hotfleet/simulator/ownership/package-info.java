/// Whose rehearsal is whose, where several simulators share one database. An owner that is not heard of for a while has
/// ended, and what it played is failed by whoever notices, or opened to a replay.
package io.hotfleet.simulator.ownership;
