/// One play of the calendar: a fleet under one strategy, exchanged with the two services from the period's
/// start to its end. A play is sequential and runs on one thread; plays of one rehearsal run beside each other
/// and share only what does not change.
package io.hotfleet.simulator.play;
