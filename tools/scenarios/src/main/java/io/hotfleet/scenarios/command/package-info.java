/// Scenarios that are played on a Kubernetes cluster: failover clusters of pods through a year, and a baseline month
/// under disturbances. Each ends with what an outside client saw, and whether the promises held.
package io.hotfleet.scenarios.command;
