/// Fleets, their clusters and machines: entered in batches that may be repeated, heard of by heartbeats, taken out.
/// What no report changes is kept in memory by revision; every change happens under the lock of the fleet's row.
package io.hotfleet.patch.fleet;
