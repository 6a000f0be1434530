package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.hotfleet.patch.testing.RehearsalDriver;
import io.hotfleet.patch.testing.TestFleet;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AgentResourceTest {
    private static final String REPORT = """
            {"machine": "a", "seq": 1, "at": "2025-01-14T18:34:00Z", "command": 1, "kb": "KB5050009", "outcome": "RESTARTED",
             "downSeconds": 480}""";

    @Test
    void answersInTheFormOfTheGoldenBody() throws IOException {
        String fleet = commanded();

        JsonNode answer = step(fleet, "2025-02-01T00:00:00Z", 0, "").ok();

        JsonNode golden = Api.tree(Files.readString(Path.of("../contract/patch/step-response.json")));
        assertThat(names(answer)).isEqualTo(names(golden));
        assertThat(names(answer.get("commands").get(0)))
                .isEqualTo(names(golden.get("commands").get(0)));
        assertThat(answer.get("commands").get(0).get("at").asText()).isEqualTo("2025-01-14T18:00:00Z");
        assertThat(answer.get("nextBarrier").asText()).isEqualTo("2025-02-11T18:00:00Z");
    }

    @Test
    void aRepeatedStepChangesNothing() {
        String fleet = commanded();
        JsonNode once = step(fleet, "2025-02-12T00:00:00Z", 1, REPORT).ok();
        JsonNode machine = Api.get("fleets/" + fleet + "/machines").get("items").get(0);

        JsonNode twice = step(fleet, "2025-02-12T00:00:00Z", 1, REPORT).ok();

        assertThat(twice).isEqualTo(once);
        assertThat(Api.get("fleets/" + fleet + "/machines").get("items").get(0)).isEqualTo(machine);
        assertThat(machine.get("restarts").asInt()).isEqualTo(1);
    }

    @Test
    void untilNeverGoesBack() {
        String fleet = commanded();

        JsonNode answer = step(fleet, "2024-06-01T00:00:00Z", 1, "").ok();

        assertThat(answer.get("nextBarrier").asText()).isEqualTo("2025-02-11T18:00:00Z");
    }

    @Test
    void aClockThatWasSetBackReordersNoReportsOfAMachine() {
        String fleet = commanded();
        String batch = REPORT + """
                , {"machine": "a", "seq": 3, "at": "2025-01-14T18:20:00Z", "outcome": "ONLINE"},
                {"machine": "a", "seq": 2, "at": "2025-01-14T18:30:00Z", "outcome": "OFFLINE"}""";

        step(fleet, "2025-02-01T00:00:00Z", 1, batch).ok();
        step(fleet, "2025-02-01T00:00:00Z", 1, batch).ok();

        JsonNode machine = Api.get("fleets/" + fleet + "/machines").get("items").get(0);
        assertThat(machine.get("seq").asInt()).isEqualTo(3);
        assertThat(machine.get("online").asBoolean()).isTrue();
        assertThat(machine.get("restarts").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("an unknown machine", REPORT.replace("\"a\"", "\"nobody\""), 422, "nobody"),
                argumentSet("another command", REPORT.replace("\"command\": 1", "\"command\": 7"), 422, "command 7"),
                argumentSet("a KB that was not offered", REPORT.replace("KB5050009", "KB5055523"), 422, "KB5055523"),
                argumentSet(
                        "an event's KB that nobody knows",
                        REPORT.replace("1, \"kb\": \"KB5050009", "null, \"kb\": \"KB1"),
                        422,
                        "KB1"),
                argumentSet("an end before the beginning", REPORT.replace("18:34", "18:00"), 422, "no later"),
                argumentSet("no time", REPORT.replace("\"2025-01-14T18:34:00Z\"", "null"), 400, "/reports/0/at"),
                argumentSet("an unknown outcome", REPORT.replace("RESTARTED", "LOST"), 400, "LOST"),
                argumentSet("a misspelt field", REPORT.replace("downSeconds", "downSecs"), 400, "/reports/0/downSecs"),
                argumentSet("no number", REPORT.replace("\"seq\": 1", "\"seq\": 0"), 400, "/reports/0/seq"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aReportThatContradictsIsRefusedWithItsWholeBatch(String report, int status, String told) {
        String fleet = commanded();

        Answer answer =
                step(fleet, "2025-02-01T00:00:00Z", 1, REPORT + "," + report.replace("\"seq\": 1", "\"seq\": 2"));
        Answer alone = step(fleet, "2025-02-01T00:00:00Z", 1, report);

        assertThat(List.of(answer.status(), alone.status())).contains(status);
        assertThat(alone.body().toString()).contains(told);
        assertThat(Api.get("fleets/" + fleet + "/machines")
                        .get("items")
                        .get(0)
                        .get("seq")
                        .asInt())
                .isZero();
    }

    /// One machine with the baseline of January commanded, as command 1.
    private static String commanded() {
        RehearsalDriver play =
                new RehearsalDriver(new TestFleet("HOTPATCH", "2025-01", "2025-12").machine("a")).enter();
        step(play.id(), "2025-02-01T00:00:00Z", 0, "").ok();
        return play.id();
    }

    private static Answer step(String fleet, String until, long after, String reports) {
        return Api.post("fleets/" + fleet + "/steps", """
                {"until": "%s", "after": %d, "reports": [%s]}""".formatted(until, after, reports));
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}
