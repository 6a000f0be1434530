package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The year 2025 in six minutes: a second is a day, a round every other day.
@QuarkusTest
class YearTest extends LiveTest {
    private static final int ROUNDS = 182;
    private static final List<String> NODES = List.of("sql-1", "sql-2", "sql-3");
    private static final String FLEET = """
            {"strategy": "%s", "policy": {"coordination": "%s"},
             "clock": {"at": "2025-01-01T00:00:00Z", "factor": 86400}}""";
    private static final String AT_TEN = """
            {"day": "tuesday", "start": "22:00", "hours": 6, "zone": "UTC"}""";

    @Test
    void threeStrategiesRestartTwelveTwelveAndFourTimes() {
        LiveFleetDriver uncoordinated =
                new LiveFleetDriver(FLEET.formatted("CUMULATIVE", "none")).cluster("sql", 3, AT_TEN);
        LiveFleetDriver clusterAware =
                new LiveFleetDriver(FLEET.formatted("CUMULATIVE", "cluster")).cluster("sql", 3, "null");
        LiveFleetDriver hotpatch = new LiveFleetDriver(FLEET.formatted("HOTPATCH", "cluster"))
                .cluster("sql", 3, "null")
                .entitled(NODES);
        long term = terms.begin("test");
        int most = 0;
        int mostCoordinated = 0;

        for (int round = 0; round < ROUNDS; round++) {
            clock.move(Duration.ofSeconds(2));
            controller.reconcile(term);
            most = Math.max(most, answered(uncoordinated));
            mostCoordinated = Math.max(mostCoordinated, Math.max(answered(clusterAware), answered(hotpatch)));
        }

        assertThat(restarts(uncoordinated)).containsExactly(12, 12, 12);
        assertThat(restarts(clusterAware)).containsExactly(12, 12, 12);
        assertThat(restarts(hotpatch)).containsExactly(4, 4, 4);
        assertThat(most).isEqualTo(3);
        assertThat(mostCoordinated).isEqualTo(1);
        assertThat(hotpatch.rollouts())
                .hasSize(13)
                .allSatisfy(rollout -> assertThat(rollout.get("state").asText()).isEqualTo("FINISHED"));
        List.of(uncoordinated, clusterAware, hotpatch).forEach(LiveFleetDriver::remove);
    }

    private static int answered(LiveFleetDriver fleet) {
        List<JsonNode> commands = fleet.commands();
        commands.forEach(fleet::done);
        return commands.size();
    }

    private static List<Integer> restarts(LiveFleetDriver fleet) {
        return fleet.machines()
                .valueStream()
                .map(machine -> machine.get("restarts").asInt())
                .toList();
    }
}
