/// The rows that reports, decisions, joins and leaves change: units, nodes, clusters.
/// Whoever reads them in order to write them holds the lock of the fleet's row.
package io.hotfleet.patch.planner.store;
