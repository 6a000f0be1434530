package io.hotfleet.licensing.machine;

/// What became of a batch. `replaced` are machines that were known otherwise.
record Counts(int received, int created, int unchanged, int replaced) {}
