/// One run of the calendar: a fleet under one strategy, exchanged with the two services from the period's start to its
/// end. A run is sequential and has one thread; runs of one rehearsal share only what does not change.
package io.hotfleet.simulator.simulation;
