/// What became of a fleet, in figures: sums over its history and its nodes as they stand.
/// Exact seconds and minutes are summed; each figure shown is rounded once.
package io.hotfleet.patch.outcome;
