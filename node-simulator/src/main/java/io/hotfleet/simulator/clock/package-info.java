/// The wall clock as a bean, so that everything else takes time as a value.
///
/// Fleets in rehearsal have clocks of their own; this one serves live fleets and progress displays only.
package io.hotfleet.simulator.clock;
