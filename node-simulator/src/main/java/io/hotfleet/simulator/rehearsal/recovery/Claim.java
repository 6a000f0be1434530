package io.hotfleet.simulator.rehearsal.recovery;

/// A rehearsal that this simulator has taken from one that has gone.
///
/// @param attempt counts from 1, the first play
public record Claim(String id, int attempt, StoredRequest kept) {}
