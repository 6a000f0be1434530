/// What people and machines enter, read and edit of a fleet: definition, policy, clusters, machines, entitlements, in
/// batches that may be repeated. Every change happens under the lock of the fleet's row.
package io.hotfleet.patch.fleet.registry;
