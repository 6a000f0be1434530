/// Finds a fleet, locks it, and knows what no report changes of it: plan, topology, entitlements.
/// That much is kept in memory by revision; what reports change is read by the features that need it.
package io.hotfleet.patch.fleet;
