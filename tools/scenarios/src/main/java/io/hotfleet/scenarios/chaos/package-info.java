/// A baseline month under disturbances: one failover cluster of pods and a fleet of simulated nodes take the same
/// baseline while pods, machines and networks come and go.
package io.hotfleet.scenarios.chaos;
