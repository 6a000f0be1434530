package io.hotfleet.licensing.eligibility;

import java.time.Instant;

/// Facts that hold from a minute on, until the next span of the same timeline begins.
public record Span(Instant since, Facts facts) {}
