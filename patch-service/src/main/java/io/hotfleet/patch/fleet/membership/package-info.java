/// Nodes join clusters of live fleets, and machines leave live fleets for good.
/// Both happen under the lock of the fleet's row, so a round of the leader sees them done or not begun.
package io.hotfleet.patch.fleet.membership;
