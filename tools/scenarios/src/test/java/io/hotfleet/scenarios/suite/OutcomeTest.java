package io.hotfleet.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Outcome outcome = new Outcome("cut", Duration.ofSeconds(90), Map.of("restarts", 3))
            .note("held: sql-s-2 is down")
            .promise("the rollout finishes", true)
            .promise("no session breaks", false);

    @Test
    void aPromiseThatDidNotHoldIsToldApart() {
        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.show())
                .startsWith("cut, 90 s\n")
                .contains(
                        "  held: sql-s-2 is down\n",
                        "  kept    the rollout finishes\n",
                        "  BROKEN  no session breaks\n");
    }

    @Test
    void machinesGetTheSame() {
        assertThat(outcome.json())
                .containsEntry("scenario", "cut")
                .containsEntry("seconds", 90L)
                .containsEntry("figures", Map.of("restarts", 3))
                .containsEntry("promises", Map.of("the rollout finishes", true, "no session breaks", false));
    }

    @Test
    void whatWasNotPlayedToItsEndIsNotFineAndSaysWhy() {
        Outcome failed = Outcome.failed("chaos", Duration.ofSeconds(41), "GET /leader answers 500");

        assertThat(failed.isFine()).isFalse();
        assertThat(failed.show()).isEqualTo("chaos, 41 s\n  FAILED  GET /leader answers 500\n");
        assertThat(failed.json()).containsEntry("failure", "GET /leader answers 500");
        assertThat(new Outcome("cut", Duration.ZERO, Map.of())
                        .promise("no session breaks", true)
                        .isFine())
                .isTrue();
    }
}
