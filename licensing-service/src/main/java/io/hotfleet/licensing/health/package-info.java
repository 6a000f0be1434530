/// Probes: started is who has migrated and holds a key, ready who reaches the database, and alive who answers at all.
/// Liveness has no check of its own, so that it depends on no other process.
package io.hotfleet.licensing.health;
