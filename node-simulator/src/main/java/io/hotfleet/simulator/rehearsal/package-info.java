/// The main job: takes a fleet and a period, simulates every strategy beside each other, stores one report. Rehearsals
/// are kept in the database; what is under way lives in memory and after a restart is failed, or run again.
package io.hotfleet.simulator.rehearsal;
