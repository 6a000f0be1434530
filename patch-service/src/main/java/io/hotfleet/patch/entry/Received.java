package io.hotfleet.patch.entry;

/// What became of a batch.
record Received(int received, int created, int unchanged) {}
