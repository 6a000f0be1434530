package io.hotfleet.patch.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/// One published update of one product, as the vendor's release history lists it.
///
/// @param releaseDate null where no source gives it: such a release is listed and never offered
/// @param baseline the baseline KB whose lineage the release belongs to; null where the history does not tell
public record Release(
        String product,
        YearMonth month,
        LocalDate releaseDate,
        Kind kind,
        String kb,
        Integer build,
        Integer revision,
        boolean planned,
        Restart restart,
        TrackEffect track,
        String baseline,
        String confidence,
        String source,
        String note) {
    private static final LocalTime HOUR_OF_RELEASE = LocalTime.of(10, 0);
    private static final ZoneId ZONE_OF_RELEASE = ZoneId.of("America/Los_Angeles");

    public enum Kind {
        BASELINE,
        HOTPATCH,
        CUMULATIVE,
        OUT_OF_BAND
    }

    public enum Restart {
        ALWAYS,
        NEVER,
        WSUS_ROLE_ONLY
    }

    public enum TrackEffect {
        SETS,
        KEEPS,
        BREAKS
    }

    /// When machines can first see it: 10:00 in Redmond on its date. Only for releases with a date.
    public Instant appears() {
        return appears(releaseDate);
    }

    /// When machines can first see a release of this date.
    public static Instant appears(LocalDate date) {
        return date.atTime(HOUR_OF_RELEASE).atZone(ZONE_OF_RELEASE).toInstant();
    }
}
