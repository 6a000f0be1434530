package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Further releases for one rehearsal alone.
@ExtendWith(SharedStack.class)
class OverlayTest {

    private static final String FLEET = "fleet: one\nservers: [{name: a}]\n";
    private static final String UNPLANNED_BASELINE = """
            [{"product": "windows-server-2025", "month": "2026-03", "releaseDate": "2026-03-10", "kind": "BASELINE",
              "kb": "KB5999001", "build": 26100, "revision": 32500, "planned": false, "restart": "ALWAYS", "track": "SETS",
              "baseline": "KB5999001", "confidence": "assumed", "source": "test", "note": "an unplanned baseline"}]
            """;

    @Test
    void anUnplannedBaselineCostsARestartInThisRehearsalAlone() {
        Rehearsal plain = Rehearsal.of(FLEET).from("2026-01").to("2026-05");

        JsonNode overlaid = plain.releases(UNPLANNED_BASELINE).run();
        JsonNode afterwards = plain.run();

        assertThat(Rehearsal.restarts(overlaid, "HOTPATCH")).isEqualTo(3);
        assertThat(Rehearsal.restarts(overlaid, "CUMULATIVE")).isEqualTo(5);
        assertThat(Rehearsal.restarts(afterwards, "HOTPATCH")).isEqualTo(2);
        assertThat(Rehearsal.restarts(afterwards, "CUMULATIVE")).isEqualTo(5);
        assertThat(overlaid.path("catalogue")).isNotEqualTo(afterwards.path("catalogue"));
    }
}
