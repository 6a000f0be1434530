/// Finds a fleet, locks it, and knows what no report changes of it: plan, topology, entitlements; and of a live one its
/// clock and who is heard of. That much is kept in memory by revision; what reports change, features read themselves.
package io.hotfleet.patch.fleet;
