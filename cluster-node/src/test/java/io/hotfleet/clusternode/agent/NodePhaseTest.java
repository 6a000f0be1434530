package io.hotfleet.clusternode.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NodePhaseTest {
    @ParameterizedTest
    @MethodSource("phases")
    void readinessFollowsTheNode(NodePhase phase, boolean ready, boolean silent) {
        assertThat(phase.isReady(true)).isEqualTo(ready);
        assertThat(phase.isReady(false)).as("without quorum").isFalse();
        assertThat(phase.isSilent()).isEqualTo(silent);
    }

    static Stream<Arguments> phases() {
        return Stream.of(
                Arguments.of(new NodePhase.Booting(0), false, true),
                Arguments.of(new NodePhase.Quarantined(0), false, true),
                Arguments.of(new NodePhase.Up(), true, false),
                Arguments.of(new NodePhase.Patching(null), true, false),
                Arguments.of(new NodePhase.Draining(Departure.RESTART), false, false),
                Arguments.of(new NodePhase.Gone(Departure.RESTART), false, true));
    }

    @Test
    void whoIsAskedToStopDoesNotRestart() {
        NodePhase draining = new NodePhase.Draining(Departure.RESTART).drain(Departure.EVICTION);

        assertThat(draining.gone(Departure.RESTART)).isEqualTo(draining);
        assertThat(new NodePhase.Draining(Departure.EVICTION).drain(Departure.RESTART))
                .isEqualTo(draining);
        assertThat(new NodePhase.Draining(Departure.EVICTION).back()).isEqualTo(draining);
        assertThat(draining.gone(Departure.EVICTION)).isEqualTo(new NodePhase.Gone(Departure.EVICTION));
    }

    @Test
    void onlyARestartEndsWithACodeOfItsOwn() {
        assertThat(Departure.RESTART.exitCode()).isNotZero();
        assertThat(Departure.SHUTDOWN.exitCode()).isZero();
        assertThat(Departure.EVICTION.exitCode()).isZero();
    }
}
