/// The main job: takes a fleet and a period at the door, plays every strategy beside each other, stores one
/// report. Rehearsals are kept in the database; what is under way lives in memory and after a restart is failed, or
/// played again.
package io.hotfleet.simulator.rehearsal;
