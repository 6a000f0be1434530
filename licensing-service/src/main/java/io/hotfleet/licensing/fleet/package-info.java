/// Fleets and the time they live on: what a rehearsal is told, the wall clock, or a clock with a pace of its own; and
/// the ids of fleets and machines. Deleting a fleet removes everything that is known of it.
package io.hotfleet.licensing.fleet;
