package io.hotfleet.licensing.eligibility;

/// The verdict in one word.
public enum Status {
    ELIGIBLE,
    BLOCKED,
    UNKNOWN
}
