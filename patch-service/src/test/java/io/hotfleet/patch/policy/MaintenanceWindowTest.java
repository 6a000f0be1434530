package io.hotfleet.patch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.patch.policy.MaintenanceWindow.Span;
import io.hotfleet.postgres.Minutes;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MaintenanceWindowTest {
    private static final String NIGHT = "sunday 02:30 4 Europe/Berlin";
    private static final String EVENING = "saturday 22:00 6 Europe/Berlin";

    static Stream<Arguments> occurrences() {
        return Stream.of(
                argumentSet("winter", EVENING, "2025-01-14T18:00:00Z", "2025-01-18T21:00:00Z", "2025-01-19T03:00:00Z"),
                argumentSet("summer", EVENING, "2025-07-09T00:00:00Z", "2025-07-12T20:00:00Z", "2025-07-13T02:00:00Z"),
                argumentSet(
                        "within it", EVENING, "2025-01-19T02:59:00Z", "2025-01-18T21:00:00Z", "2025-01-19T03:00:00Z"),
                argumentSet(
                        "at its end", EVENING, "2025-01-19T03:00:00Z", "2025-01-25T21:00:00Z", "2025-01-26T03:00:00Z"),
                argumentSet(
                        "at its start",
                        EVENING,
                        "2025-01-18T21:00:00Z",
                        "2025-01-18T21:00:00Z",
                        "2025-01-19T03:00:00Z"),
                argumentSet(
                        "a start that the clock skips moves forward by the gap",
                        NIGHT,
                        "2025-03-29T12:00:00Z",
                        "2025-03-30T01:30:00Z",
                        "2025-03-30T05:30:00Z"),
                argumentSet(
                        "of a doubled start the first counts",
                        NIGHT,
                        "2025-10-25T12:00:00Z",
                        "2025-10-26T00:30:00Z",
                        "2025-10-26T04:30:00Z"),
                argumentSet(
                        "hours are elapsed ones over the end of summer time",
                        EVENING,
                        "2025-10-25T12:00:00Z",
                        "2025-10-25T20:00:00Z",
                        "2025-10-26T02:00:00Z"),
                argumentSet(
                        "a whole week follows itself",
                        "monday 00:00 168 UTC",
                        "2025-01-12T23:59:00Z",
                        "2025-01-06T00:00:00Z",
                        "2025-01-13T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("occurrences")
    void anOccurrenceHoldsTheMinuteOrIsTheNextOne(String window, String at, String start, String end) {
        Span span = MaintenanceWindow.parse(window).at(minute(at));

        assertThat(Minutes.instant(span.start())).isEqualTo(start);
        assertThat(Minutes.instant(span.end())).isEqualTo(end);
    }

    @Test
    void theStoredFormIsReadBack() {
        MaintenanceWindow window = MaintenanceWindow.parse(EVENING);

        assertThat(window.text()).isEqualTo(EVENING);
    }

    private static long minute(String instant) {
        return Minutes.of(Instant.parse(instant));
    }
}
