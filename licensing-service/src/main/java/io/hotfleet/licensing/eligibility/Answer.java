package io.hotfleet.licensing.eligibility;

/// What a gate says of a machine. UNKNOWN never passes; it is counted apart from FAIL.
public enum Answer {
    PASS,
    FAIL,
    UNKNOWN
}
