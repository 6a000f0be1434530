package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.RehearsalDriver;
import io.hotfleet.patch.testing.TestFleet;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The fleet that the documentation shows: 120 servers, 10 blocked ones, and a cluster of four with a window.
@QuarkusTest
class ContosoTest {
    private static final String SATURDAY =
            "{\"day\": \"saturday\", \"start\": \"22:00\", \"hours\": 6, \"zone\": \"Europe/Berlin\"}";

    @ParameterizedTest
    @CsvSource({
        "HOTPATCH, 616, 0, 4928, 4800, 32",
        "HOTPATCH_AFTER_FIXES, 546, 10, 4368, 4240, 32",
        "CUMULATIVE, 1608, 0, 12864, 12480, 96"
    })
    void figuresAreThoseOfTheDocumentation(
            String strategy, int restarts, int fixes, int nodeMinutes, int serviceMinutes, int moves) {
        JsonNode summary = new RehearsalDriver(contoso(strategy)).summary();

        assertThat(summary.get("restarts").asInt()).isEqualTo(restarts);
        assertThat(summary.get("fixRestarts").asInt()).isEqualTo(fixes);
        assertThat(summary.get("nodeDowntimeMinutes").asInt()).isEqualTo(nodeMinutes);
        assertThat(summary.get("serviceDowntimeMinutes").asInt()).isEqualTo(serviceMinutes);
        assertThat(summary.get("roleMoves").asInt()).isEqualTo(moves);
        assertThat(summary.get("quorumLosses").asInt()).isZero();
        assertThat(summary.get("maxNodesDownPerCluster").asInt()).isEqualTo(1);
    }

    @Test
    void neitherRepeatedStepsNorTheOrderOfReportsChangeAnything() {
        JsonNode once = new RehearsalDriver(contoso("HOTPATCH")).summary();

        JsonNode twice = new RehearsalDriver(contoso("HOTPATCH"))
                .stepsTwice()
                .backwards()
                .summary();

        assertThat(withoutId(twice)).isEqualTo(withoutId(once));
    }

    private static JsonNode withoutId(JsonNode summary) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) summary).remove("fleet");
        return summary;
    }

    private static TestFleet contoso(String strategy) {
        TestFleet fleet = new TestFleet(strategy, "2025-01", "2025-12").cluster("sql-ag-01", 4, "cloud", SATURDAY, 4);
        for (int i = 1; i <= 120; i++) {
            fleet.machine("web-%03d".formatted(i));
        }
        for (int i = 1; i <= 10; i++) {
            fleet.machine("legacy-%02d".formatted(i), TestFleet.SERVER, "VBS_NOT_RUNNING");
        }
        return fleet;
    }
}
