package io.hotfleet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.node.batch.CalendarContents;
import io.hotfleet.node.batch.CalendarRelease;
import io.hotfleet.node.batch.FleetYear;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// The real calendar: the rows of patch-service's release data for Windows Server 2025.
final class Releases {
    private static final String PRODUCT = "windows-server-2025";
    private static final YearMonth FROM = YearMonth.of(2025, 1);
    private static final YearMonth TO = YearMonth.of(2025, 12);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Releases() {}

    static FleetYear year2025(long seed) {
        List<CalendarRelease> rows = rows();
        return new FleetYear(rows, FROM, TO, new CalendarContents(rows), seed);
    }

    private static List<CalendarRelease> rows() {
        try (InputStream json = Releases.class.getResourceAsStream("/releases.json")) {
            return JSON.readTree(json)
                    .valueStream()
                    .filter(row -> row.path("product").asText().equals(PRODUCT))
                    .map(Releases::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarRelease row(JsonNode row) {
        String date = text(row, "releaseDate");
        return new CalendarRelease(
                PRODUCT,
                YearMonth.parse(text(row, "month")),
                date == null ? null : LocalDate.parse(date),
                text(row, "kind"),
                text(row, "kb"),
                text(row, "track"),
                text(row, "baseline"));
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).isTextual() ? row.path(field).asText() : null;
    }
}
