package io.hotfleet.node.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/// A row of patch-service's release data, as far as a year of machines depends on it.
///
/// @param releaseDate null where it is not known: such a release is never offered
/// @param baseline that a hotpatch is made for; null where the data does not tell
public record CalendarRelease(
        String product, YearMonth month, LocalDate releaseDate, String kind, String kb, String track, String baseline) {
    private static final LocalTime HOUR_OF_RELEASE = LocalTime.of(10, 0);
    private static final ZoneId ZONE_OF_RELEASE = ZoneId.of("America/Los_Angeles");

    /// When machines can first see it. Only for releases with a date.
    Instant appears() {
        return releaseDate.atTime(HOUR_OF_RELEASE).atZone(ZONE_OF_RELEASE).toInstant();
    }

    /// Whether it is applied to running code, as opposed to a package that replaces files.
    boolean isHotpatch() {
        return "KEEPS".equals(track);
    }
}
