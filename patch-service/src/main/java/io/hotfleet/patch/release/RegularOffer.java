package io.hotfleet.patch.release;

/// What a product's month offers: its baseline alone, or else a hotpatch and a cumulative update; any of them may
/// be missing.
///
/// @param baseline null in a month without one; where there is one, the other two are null
/// @param hotpatch for machines on track that pass all gates
/// @param cumulative for all others
public record RegularOffer(Release baseline, Release hotpatch, Release cumulative) {
    /// A month without any row that could be offered.
    public boolean isEmpty() {
        return baseline == null && hotpatch == null && cumulative == null;
    }

    /// What a machine takes that may not take hotpatches, or null.
    public Release withRestart() {
        return baseline == null ? cumulative : baseline;
    }

    /// What a machine on track that passes all gates takes, or null where the month has neither.
    public Release withoutRestart() {
        return baseline == null ? hotpatch : baseline;
    }
}
