/// What the process says of itself. Readiness is the database pool's own check, liveness asks nothing outside
/// the process.
package io.hotfleet.simulator.health;
