package io.hotfleet.patch.fleet;

/// What became of a batch.
record ImportResult(int received, int created, int unchanged) {}
