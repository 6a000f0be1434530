package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.leadership.Terms;
import io.hotfleet.patch.rollout.RolloutController;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// The two halves apart, on the wall clock.
@QuarkusTest
class LiveFleetTest {
    @Inject
    RolloutController controller;

    @Inject
    Terms terms;

    @Test
    void aNodeListsItsCommandReportsItAndIsDone() {
        Api.put("fleets/live", "{}").ok();
        Api.put(
                        "fleets/live/machines",
                        "[{\"machine\": \"a\", \"product\": \"windows-server-2025\", \"kb\": \"KB5048794\"}]")
                .ok();
        controller.reconcile(terms.begin("test"));

        JsonNode listed = Api.get("fleets/live/changes");
        JsonNode command = listed.get("items").get(0);
        JsonNode progress = report(1, "PROGRESS", command);
        JsonNode stillListed = Api.get("fleets/live/changes");
        JsonNode done = report(2, "RESTARTED", command);
        JsonNode stale = report(2, "RESTARTED", command);
        JsonNode watched = Api.get("fleets/live/changes?after=0");

        assertThat(command.get("reason").asText()).isEqualTo("LICENCE");
        assertThat(listed.get("next").asText()).isEqualTo(command.get("id").asText());
        assertThat(progress.get("applied").asInt()).isEqualTo(1);
        assertThat(stillListed.get("items")).containsExactly(command);
        assertThat(done.get("applied").asInt()).isEqualTo(1);
        assertThat(stale.get("stale").asInt()).isEqualTo(1);
        assertThat(watched.get("items")).isEmpty();
        assertThat(Api.get("fleets/live/machines").get("items").get(0).get("kb"))
                .isEqualTo(command.get("kb"));
    }

    @Test
    void reportsMayComeOneALine() {
        String report = "{\"machine\": \"a\", \"seq\": %d, \"outcome\": \"%s\"}";
        Api.put("fleets/live-lines", "{}").ok();
        Api.put("fleets/live-lines/machines", "[{\"machine\": \"a\", \"product\": \"windows-server-2025\"}]")
                .ok();

        JsonNode taken = Api.lines(
                        "POST",
                        "fleets/live-lines/reports",
                        report.formatted(1, "OFFLINE"),
                        report.formatted(2, "ONLINE"))
                .ok();
        Answer misspelt = Api.lines(
                "POST",
                "fleets/live-lines/reports",
                report.formatted(3, "ONLINE").replace("seq", "sequence"));

        assertThat(taken.get("received").asInt()).isEqualTo(2);
        assertThat(taken.get("applied").asInt()).isEqualTo(2);
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(Api.get("fleets/live-lines/machines")
                        .get("items")
                        .get(0)
                        .get("online")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aRehearsalIsNotLive() {
        Api.put("fleets/not-live", "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}")
                .ok();

        assertThat(Api.call("GET", "fleets/not-live/changes", null).status()).isEqualTo(409);
    }

    private static JsonNode report(int seq, String outcome, JsonNode command) {
        return Api.post("fleets/live/reports", """
                [{"machine": "a", "seq": %d, "outcome": "%s", "state": "LOADING", "command": %s, "kb": %s, "downSeconds": 480}]""".formatted(seq, outcome, command.get("id"), command.get("kb")))
                .ok();
    }
}
