/// Fleets and the time they live on: a rehearsal's own clock, or the wall clock.
/// Deleting a fleet removes everything that is known of it.
package io.hotfleet.licensing.fleet;
