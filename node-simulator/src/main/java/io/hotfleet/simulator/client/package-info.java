/// What the simulator asks of licensing-service and of patch-service: interfaces in our own words, and their HTTP side
/// with JSON bodies. Every call may be repeated, and is while a service is away, within named limits.
package io.hotfleet.simulator.client;
