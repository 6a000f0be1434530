package io.hotfleet.rest;

/// Rules of a [JsonBody] that no constraint on one field can tell. A field that is at fault otherwise is null.
public interface BodyRules {
    /// @param faults takes pointers that begin at this record
    void check(Faults faults);
}
