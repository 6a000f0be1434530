package io.hotfleet.patch.catalog;

/// What a product's month offers: its baseline alone, or else a hotpatch and a cumulative update.
/// Any of them may be missing.
///
/// @param baseline null in a month without one; where there is one, the other two are null
/// @param hotpatch for machines on track that pass all gates
/// @param cumulative for all others
public record RegularOffer(Release baseline, Release hotpatch, Release cumulative) {
    static final RegularOffer NOTHING = new RegularOffer(null, null, null);

    static RegularOffer of(Release release) {
        return switch (release.kind()) {
            case BASELINE -> new RegularOffer(release, null, null);
            case HOTPATCH -> new RegularOffer(null, release, null);
            case CUMULATIVE -> new RegularOffer(null, null, release);
            case OUT_OF_BAND -> NOTHING;
        };
    }

    /// Both together: a baseline suppresses all else, and of two releases of a kind the later holds.
    RegularOffer joined(RegularOffer later) {
        if (later.baseline != null || baseline != null) {
            return new RegularOffer(later.baseline == null ? baseline : later.baseline, null, null);
        }
        return new RegularOffer(
                null,
                later.hotpatch == null ? hotpatch : later.hotpatch,
                later.cumulative == null ? cumulative : later.cumulative);
    }

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
