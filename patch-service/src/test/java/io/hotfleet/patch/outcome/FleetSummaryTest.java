package io.hotfleet.patch.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.RehearsalDriver;
import io.hotfleet.patch.testing.TestFleet;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FleetSummaryTest {
    private static final String HOUR =
            "{\"day\": \"saturday\", \"start\": \"22:00\", \"hours\": 1, \"zone\": \"Europe/Berlin\"}";

    @Test
    void hasTheFormOfTheGoldenBody() throws IOException {
        JsonNode golden = Api.tree(Files.readString(Path.of("../contract/patch/summary.json")));

        JsonNode summary = new RehearsalDriver(january().cluster("c", 2, "cloud", "null", 2)).summary();

        assertThat(names(summary)).isEqualTo(names(golden));
        assertThat(names(summary.get("months").get(0)))
                .isEqualTo(names(golden.get("months").get(0)));
        assertThat(names(summary.get("clusters").get(0)))
                .isEqualTo(names(golden.get("clusters").get(0)));
    }

    @Test
    void aClusterThatNeedsMoreWindowsIsCountedAndNamed() {
        JsonNode summary = new RehearsalDriver(january().cluster("c", 3, "none", HOUR, 0)).summary();

        assertThat(summary.get("clusters").get(0).get("windowOverruns").asInt()).isEqualTo(2);
        assertThat(summary.get("warnings").toString())
                .contains("WINDOW_OVERRUN", "c: its work needed 2 further window(s).");
        assertThat(summary.get("months").get(0).get("restarted").asInt()).isEqualTo(3);
    }

    @Test
    void workThatFitsNoWindowIsPendingAndNamed() {
        TestFleet fleet = january().cluster("c", 2, "cloud", HOUR, 200).withWindow("a", HOUR);

        JsonNode summary = new RehearsalDriver(fleet).summary();

        assertThat(summary.get("months").get(0).get("pending").asInt()).isEqualTo(2);
        assertThat(summary.get("warnings").toString()).contains("WINDOW_TOO_SHORT", "\"c: a cumulative");
    }

    @Test
    void aMachineThatIsHeldIsPendingInTheMonthsItMissed() {
        TestFleet fleet = new TestFleet("HOTPATCH", "2025-01", "2025-04")
                .policy("{\"ifRestartNeeded\": \"hold\"}")
                .machine("a", TestFleet.SERVER, "ARC")
                .machine("b");

        JsonNode months = new RehearsalDriver(fleet).summary().get("months");

        assertThat(months.findValuesAsText("pending")).containsExactly("0", "1", "1", "0");
        assertThat(months.get(1).get("hoursTo95Percent").isNull()).isTrue();
    }

    @Test
    void anInstallThatCrossesTheMonthsEndCountsFromTheNextMonthOn() {
        String window = "{\"day\": \"friday\", \"start\": \"23:50\", \"hours\": 1, \"zone\": \"UTC\"}";
        TestFleet fleet = new TestFleet("HOTPATCH", "2025-01", "2025-02")
                .withWindow("a", window)
                .offline("2025-01-10T00:00:00Z", "2025-01-31T12:00:00Z", "a");
        RehearsalDriver play = new RehearsalDriver(fleet);

        JsonNode months = play.summary().get("months");

        assertThat(Instant.parse(play.commands().getFirst().get("at").asText())).isEqualTo("2025-01-31T23:50:00Z");
        assertThat(months.findValuesAsText("offTrack")).containsExactly("1", "0");
    }

    @Test
    void lostQuorumIsCountedAndItsMinutesAreDowntime() {
        TestFleet fleet = january()
                .cluster("c", 3, "none", "null", 3)
                .offline("2025-01-20T00:00:00Z", "2025-01-20T02:00:00Z", "c-1")
                .offline("2025-01-20T00:00:00Z", "2025-01-20T01:30:00Z", "c-2");

        JsonNode summary = new RehearsalDriver(fleet).summary();

        assertThat(summary.get("quorumLosses").asInt()).isEqualTo(1);
        assertThat(summary.get("serviceDowntimeMinutes").asInt()).isEqualTo(90);
        assertThat(summary.get("maxNodesDownPerCluster").asInt()).isEqualTo(2);
    }

    @Test
    void aMonthWithoutHotpatchAndOneWithoutDataAreWarnings() {
        TestFleet fleet = new TestFleet("HOTPATCH", "2025-02", "2025-02")
                .machine("a", "windows-11-24h2")
                .machine("b", "windows-server-2022", "EDITION");

        JsonNode warnings = new RehearsalDriver(fleet).summary().get("warnings");

        assertThat(warnings.findValuesAsText("text"))
                .containsExactly(
                        "windows-11-24h2 2025-02: a cumulative update but no hotpatch; machines on track leave it.");
    }

    @Test
    void ringsOpenOneAfterTheOther() {
        TestFleet fleet = january().policy("""
                {"rings": [{"name": "canary", "sharePercent": 5, "soakMinutes": 1440},
                           {"name": "early", "sharePercent": 50, "soakMinutes": 60},
                           {"name": "broad", "sharePercent": 100, "soakMinutes": 0}]}""");
        for (int i = 0; i < 40; i++) {
            fleet.machine("m-%02d".formatted(i));
        }
        RehearsalDriver play = new RehearsalDriver(fleet);

        play.summary();

        List<String> times = play.commands().stream()
                .map(command -> command.get("at").asText())
                .toList();
        assertThat(times).hasSize(40);
        assertThat(times.subList(0, 2)).containsOnly("2025-01-14T18:00:00Z");
        assertThat(times.subList(2, 20)).containsOnly("2025-01-15T18:33:00Z");
        assertThat(times.subList(20, 40)).containsOnly("2025-01-15T20:06:00Z");
    }

    @Test
    void aRingDoesNotWaitForAMachineThatIsOffline() {
        TestFleet fleet = january()
                .policy(
                        "{\"rings\": [{\"name\": \"one\", \"sharePercent\": 50}, {\"name\": \"two\", \"sharePercent\": 100}]}")
                .machine("a")
                .machine("b")
                .offline("2025-01-02T00:00:00Z", "2025-01-20T00:00:00Z", "a")
                .offline("2025-01-02T00:00:00Z", "2025-01-20T00:00:00Z", "b");

        JsonNode summary = new RehearsalDriver(fleet).summary();

        assertThat(summary.get("restarts").asInt()).isEqualTo(2);
    }

    private static TestFleet january() {
        return new TestFleet("HOTPATCH", "2025-01", "2025-01");
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
