package io.hotfleet.simulator.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/// A row of the release data, as far as it is handed on and as an own install needs it.
///
/// @param releaseDate null where it is not known: such a release is never offered
public record Release(
        String product,
        YearMonth month,
        LocalDate releaseDate,
        String kind,
        String kb,
        Integer build,
        Integer revision,
        boolean planned,
        String restart,
        String track,
        String baseline,
        String confidence,
        String source,
        String note) {
    private static final LocalTime HOUR_OF_RELEASE = LocalTime.of(10, 0);
    private static final ZoneId ZONE_OF_RELEASE = ZoneId.of("America/Los_Angeles");

    /// When machines can first see it. Only for releases with a date.
    public Instant appears() {
        return releaseDate.atTime(HOUR_OF_RELEASE).atZone(ZONE_OF_RELEASE).toInstant();
    }

    /// Whether it is applied to running code, as opposed to a package that replaces files.
    @JsonIgnore
    public boolean isHotpatch() {
        return "KEEPS".equals(track);
    }

    public boolean restarts(boolean wsus) {
        return "ALWAYS".equals(restart) || "WSUS_ROLE_ONLY".equals(restart) && wsus;
    }
}
