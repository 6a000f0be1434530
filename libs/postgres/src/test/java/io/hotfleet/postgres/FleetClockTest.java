package io.hotfleet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetClockTest {
    private static final Instant REAL = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant FLEET = Instant.parse("2025-01-14T17:50:00Z");

    @Test
    void theWallClockIsALineToo() {
        assertThat(FleetClock.WALL.at(REAL)).isEqualTo(REAL);
    }

    @ParameterizedTest(name = "a real second at {0} is {1} s")
    @CsvSource({"0, 0", "0.5, 0.5", "1, 1", "60, 60", "58400, 58400"})
    void aClockRunsAtItsPace(double factor, double fleetSeconds) {
        FleetClock clock = FleetClock.of(REAL, FLEET, factor);

        assertThat(clock.at(REAL.plusSeconds(1))).isEqualTo(FLEET.plusMillis((long) (fleetSeconds * 1000)));
    }

    @Test
    void anotherPaceLeavesWhatTheClockShows() {
        FleetClock paced = FleetClock.of(REAL, FLEET, 60).paced(REAL.plusSeconds(10), 1);

        assertThat(paced.at(REAL.plusSeconds(10))).isEqualTo(FLEET.plusSeconds(600));
        assertThat(paced.at(REAL.plusSeconds(11))).isEqualTo(FLEET.plusSeconds(601));
    }

    @ParameterizedTest(name = "a real hour at {0} is {1} h")
    @CsvSource({"0, 1", "0.5, 1", "1, 1", "60, 60"})
    void whatHasToLastARealSpanLastsAtLeastAsLongInTheFleet(double factor, long fleetHours) {
        FleetClock clock = FleetClock.of(REAL, FLEET, factor);

        assertThat(clock.lasting(Duration.ofHours(1))).isEqualTo(Duration.ofHours(fleetHours));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, false", "0, true", "1000000, true", "1000001, false", "NaN, false"})
    void aClockBearsNoPaceThatIsNone(double factor, boolean borne) {
        assertThat(FleetClock.bears(factor)).isEqualTo(borne);
    }
}
