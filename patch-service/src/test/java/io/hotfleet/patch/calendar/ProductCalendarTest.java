package io.hotfleet.patch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.calendar.CalendarMonth.State;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.ShippedReleases;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductCalendarTest {
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0} {1}: {2} {3}, planned {4}")
    @CsvSource({
        "windows-server-2025, 2025-01, KNOWN, BASELINE, true, Planned baseline KB5050009",
        "windows-server-2025, 2025-02, KNOWN, HOTPATCH, true, Hotpatch KB5052105",
        "windows-server-2022-azure-edition, 2024-08, KNOWN, BASELINE, false, Unplanned baseline KB5041160",
        "windows-server-2022, 2025-02, KNOWN, CUMULATIVE, true, Cumulative update KB5051979",
        "windows-11-24h2, 2025-02, GAP, CUMULATIVE, true, Gap: the cumulative update KB5051987",
        "windows-server-2025, 2024-10, NO_DATA, , false, No data",
        "windows-server-2025, 2026-06, FORECAST, HOTPATCH, true, Forecast: a hotpatch",
        "windows-server-2025, 2026-07, FORECAST, BASELINE, true, Forecast: a planned baseline"
    })
    void tellsWhatAMonthBrings(String product, YearMonth month, State state, Kind kind, boolean planned, String text) {
        CalendarMonth brought = CalendarMonth.of(month, product, CATALOGUE);

        assertThat(brought.text()).startsWith(text);
        assertThat(brought.state()).isEqualTo(state);
        assertThat(brought.kind()).isEqualTo(kind);
        assertThat(brought.planned()).isEqualTo(planned);
    }

    @Test
    void listsOutOfBandReleasesApartAndThoseWithoutDateToo() {
        CalendarMonth october =
                CalendarMonth.of(YearMonth.of(2025, 10), "windows-server-2022-azure-edition", CATALOGUE);

        assertThat(october.releases()).extracting(Release::kb).containsExactly("KB5066782");
        assertThat(october.outOfBand()).extracting(Release::kb).containsExactly("KB5070884", "KB5070892");
    }

    @Test
    void theICalendarHasADayForEachOfferAndIsTheSameEachTime() {
        ProductCalendar calendar =
                ProductCalendar.of("windows-server-2025", YearMonth.of(2025, 10), YearMonth.of(2026, 7), CATALOGUE);

        String text = ICalendar.of(calendar);

        assertThat(text).isEqualTo(ICalendar.of(calendar));
        assertThat(lines(text).getFirst()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines(text).getLast()).isEqualTo("END:VCALENDAR");
        assertThat(lines(text).stream().filter("BEGIN:VEVENT"::equals)).hasSize(10 + 7);
        assertThat(lines(text))
                .contains(
                        "UID:windows-server-2025-2025-10@hotfleet",
                        "DTSTART;VALUE=DATE:20251014",
                        "UID:windows-server-2025-KB5070893@hotfleet",
                        "SUMMARY:windows-server-2025: forecast baseline (restart)",
                        "STATUS:TENTATIVE");
    }

    @Test
    void theICalendarFoldsLongLinesAndEscapesWhatItMust() {
        ProductCalendar calendar =
                ProductCalendar.of("windows-server-2025", YearMonth.of(2025, 2), YearMonth.of(2025, 2), CATALOGUE);

        String text = ICalendar.of(calendar);

        assertThat(lines(text)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text).doesNotContainPattern("[^\r]\n");
        assertThat(text.replace("\r\n ", ""))
                .contains("Hotpatch KB5052105 without restart for machines on track\\; all others take");
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\r\n"));
    }
}
