/// Probes. Readiness (database, migrations) comes with the data source; liveness depends on no other process.
package io.hotfleet.licensing.health;
