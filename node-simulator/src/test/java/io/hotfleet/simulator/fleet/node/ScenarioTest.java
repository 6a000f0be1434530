package io.hotfleet.simulator.fleet.node;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScenarioTest {
    private static final String BAD_DAY = """
            {"seed": %d, "from": "2025-02-11T12:00:00Z", "nodes": [{"names": "web-[01-40]", "kb": "KB1"}],
             "events": [{"at": "2025-02-11T18:00:00Z", "offer": "KB2"},
               {"at": "2025-02-11T17:00:00Z", "fault": "disk-full", "sharePercent": 50},
               {"at": "2025-02-12T00:00:00Z", "fault": "disk-full", "heal": true},
               {"at": "2025-02-11T17:00:00Z", "nodes": "web-[01-10]", "fault": "power-loss", "step": "verify"}]}""";

    @Test
    void eventsHitTheShareOfTheNodesThatTheSeedDraws() {
        put("bad-day", BAD_DAY.formatted(3)).statusCode(201);
        put("same-day", BAD_DAY.formatted(3)).statusCode(201);
        put("other-day", BAD_DAY.formatted(4)).statusCode(201);
        List.of("bad-day", "same-day", "other-day").forEach(fleet -> clock(fleet, "2025-02-11T18:30:00Z"));

        List<String> failed = nodes("bad-day", "rolled-back");

        assertThat(failed).hasSizeBetween(15, 35);
        assertThat(nodes("same-day", "rolled-back")).isEqualTo(failed);
        assertThat(nodes("other-day", "rolled-back")).isNotEqualTo(failed);
    }

    @Test
    void afterTheHealingAllEndWithTheRelease() {
        put("healed-day", BAD_DAY.formatted(5)).statusCode(201);
        clock("healed-day", "2025-02-14T00:00:00Z");

        List<String> kbs =
                given().get("/api/v1/fleets/healed-day/nodes?limit=100").path("items.kb");
        List<String> states =
                given().get("/api/v1/fleets/healed-day/nodes?limit=100").path("items.state");

        assertThat(kbs).hasSize(40).containsOnly("KB2");
        assertThat(states).doesNotContain("failed", "offered", "restarting");
    }

    @Test
    void whatIsPlannedAndWhatIsDoneByHandMakeOneStory() {
        put("planned", """
                {"seed": 9, "from": "2025-02-11T12:00:00Z", "nodes": [{"names": "a", "kb": "KB1"}],
                 "events": [{"at": "2025-02-11T18:00:00Z", "offer": "KB2"}, {"at": "2025-02-12T18:00:00Z", "restart": true}]}""");
        put("by-hand", """
                {"seed": 9, "from": "2025-02-11T12:00:00Z", "nodes": [{"names": "a", "kb": "KB1"}]}""");
        clock("by-hand", "2025-02-11T18:00:00Z");
        post("by-hand", "updates", "{\"kb\": \"KB2\"}");
        clock("by-hand", "2025-02-12T18:00:00Z");
        post("by-hand", "restart", "");
        clock("by-hand", "2025-02-13T00:00:00Z");
        clock("planned", "2025-02-13T00:00:00Z");

        assertThat(timeline("planned")).isEqualTo(timeline("by-hand")).hasSizeGreaterThan(5);
        given().get("/api/v1/fleets/planned/nodes/a?at=2025-02-11T17:59:59Z")
                .then()
                .body("kb", equalTo("KB1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fault": "disk-full"}                                           | /events/0/at: a time
            {"at": "2025-02-11T11:00:00Z", "fault": "disk-full"}             | /events/0/at: '2025
            {"at": "2025-02-11T18:00:00Z"}                                   | /events/0: exactly one
            {"at": "2025-02-11T18:00:00Z", "fault": "bad-luck"}              | /events/0/fault: 'bad-luck'
            {"at": "2025-02-11T18:00:00Z", "offer": "KB99"}                  | /kb: 'KB99'
            {"at": "2025-02-11T18:00:00Z", "restart": true, "sharePercent": 0} | /events/0/sharePercent: 0
            """)
    void anEventThatCannotBeIsNamed(String event, String detail) {
        put("wrong-event", """
                {"from": "2025-02-11T12:00:00Z", "nodes": [{"names": "a", "kb": "KB1"}], "events": [%s]}""".formatted(event)).statusCode(400).body("detail", startsWith(detail));
    }

    private static List<String> nodes(String fleet, String state) {
        return given().get("/api/v1/fleets/" + fleet + "/nodes?state=" + state).path("items.node");
    }

    private static List<Object> timeline(String fleet) {
        return given().get("/api/v1/fleets/" + fleet + "/nodes/a/timeline").path("items");
    }

    private static ValidatableResponse put(String fleet, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/v1/fleets/" + fleet)
                .then();
    }

    private static void post(String fleet, String rest, String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/fleets/" + fleet + "/nodes/a/" + rest)
                .then()
                .statusCode(202);
    }

    private static void clock(String fleet, String to) {
        given().contentType("application/json")
                .body("{\"to\": \"" + to + "\"}")
                .post("/api/v1/fleets/" + fleet + "/clock")
                .then()
                .statusCode(200);
    }
}
