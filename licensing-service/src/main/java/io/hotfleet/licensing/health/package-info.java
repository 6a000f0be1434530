/// Probes, and what the interface's description says at every call. Started is who has migrated and holds a key, ready
/// who reaches the database, and alive who answers at all: liveness depends on no other process.
package io.hotfleet.licensing.health;
