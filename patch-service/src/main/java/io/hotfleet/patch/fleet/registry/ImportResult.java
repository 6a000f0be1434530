package io.hotfleet.patch.fleet.registry;

/// What became of a batch.
record ImportResult(int received, int created, int unchanged) {}
