package io.hotfleet.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhaseTest {
    @ParameterizedTest
    @MethodSource("phases")
    void readinessFollowsTheNode(Phase phase, boolean ready, boolean silent) {
        assertThat(phase.isReady(true)).isEqualTo(ready);
        assertThat(phase.isReady(false)).as("without quorum").isFalse();
        assertThat(phase.isSilent()).isEqualTo(silent);
    }

    static Stream<Arguments> phases() {
        return Stream.of(
                Arguments.of(new Phase.Booting(0), false, true),
                Arguments.of(new Phase.Quarantined(0), false, true),
                Arguments.of(new Phase.Up(), true, false),
                Arguments.of(new Phase.Patching(null), true, false),
                Arguments.of(new Phase.Draining(Departure.RESTART), false, false),
                Arguments.of(new Phase.Gone(Departure.RESTART), false, true));
    }

    @Test
    void whoIsAskedToStopDoesNotRestart() {
        Phase draining = new Phase.Draining(Departure.RESTART).drain(Departure.EVICTION);

        assertThat(draining.gone(Departure.RESTART)).isEqualTo(draining);
        assertThat(new Phase.Draining(Departure.EVICTION).drain(Departure.RESTART))
                .isEqualTo(draining);
        assertThat(new Phase.Draining(Departure.EVICTION).back()).isEqualTo(draining);
        assertThat(draining.gone(Departure.EVICTION)).isEqualTo(new Phase.Gone(Departure.EVICTION));
    }

    @Test
    void onlyARestartEndsWithACodeOfItsOwn() {
        assertThat(Departure.RESTART.exitCode()).isNotZero();
        assertThat(Departure.SHUTDOWN.exitCode()).isZero();
        assertThat(Departure.EVICTION.exitCode()).isZero();
    }
}
