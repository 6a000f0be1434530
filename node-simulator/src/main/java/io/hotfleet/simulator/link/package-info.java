/// The two doors out of the simulator: what it asks of licensing-service and of patch-service, as interfaces in
/// our own words, and over HTTP. Every call may be repeated; the HTTP side does so while a service is away,
/// within named limits.
package io.hotfleet.simulator.link;
