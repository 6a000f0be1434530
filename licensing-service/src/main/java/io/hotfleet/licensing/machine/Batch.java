package io.hotfleet.licensing.machine;

import java.util.List;

/// What a batch does to a fleet: the machines to write, and the counts to answer.
record Batch(List<Machine> changed, Counts counts) {}
