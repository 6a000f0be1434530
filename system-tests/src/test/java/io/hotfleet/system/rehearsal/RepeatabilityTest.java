package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same question has the same answer.
@ExtendWith(SharedStack.class)
class RepeatabilityTest {

    // durations are drawn here, so that a seed can make a difference
    private static final String FLEET = """
            fleet: drawn
            clusters:
              - {name: c, nodes: 3, witness: none, window: {day: sunday, start: "01:00", hours: 5, zone: Europe/Berlin}}
            servers:
              - name: s-[01-20]
              - {name: old, vbs: configured}
            assumptions: {restart: 8m}
            policy: {rings: [{name: canary, share: 10%, soak: 24h}, {name: broad, share: 100%}]}
            """;

    @Test
    void theSameSeedGivesTheSameBytesWhateverRanInBetween() {
        String first = Rehearsal.of(FLEET).json();
        Rehearsal.of("fleet: other\nservers: [{name: s-01}]\n").seed(7).json();

        String second = Rehearsal.of(FLEET).json();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherSeedDrawsAnotherHistoryWithTheSameRestarts() {
        JsonNode one = Rehearsal.of(FLEET).seed(1).run();

        JsonNode two = Rehearsal.of(FLEET).seed(2).run();

        assertThat(two.path("digest")).isNotEqualTo(one.path("digest"));
        for (String strategy : List.of("HOTPATCH", "HOTPATCH_AFTER_FIXES", "CUMULATIVE")) {
            assertThat(Rehearsal.restarts(two, strategy)).as(strategy).isEqualTo(Rehearsal.restarts(one, strategy));
        }
    }
}
