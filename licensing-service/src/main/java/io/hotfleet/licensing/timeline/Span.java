package io.hotfleet.licensing.timeline;

import io.hotfleet.licensing.eligibility.Facts;
import java.time.Instant;

/// Facts that hold from a minute on, until the next span of the same timeline begins.
public record Span(Instant since, Facts facts) {}
