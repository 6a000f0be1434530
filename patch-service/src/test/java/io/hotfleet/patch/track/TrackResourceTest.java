package io.hotfleet.patch.track;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrackResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void answersTheGoldenBody() throws IOException {
        String answer = post(golden("track-request.json").toString())
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JSON.readTree(answer)).isEqualTo(golden("track-response.json"));
    }

    @Test
    void anOverlayCountsForOneQuestionAlone() {
        String overlay = """
                {"at": "2025-11-30T00:00:00Z", "machines": [{"machine": "a", "product": "windows-server-2025", "kb": "KB5068966"}],
                 "releases": [{"product": "windows-server-2025", "month": "2025-11", "releaseDate": "2025-11-20", "kind": "BASELINE",
                   "kb": "KB9000001", "planned": false, "restart": "ALWAYS", "track": "SETS", "baseline": "KB9000001"}]}""";

        post(overlay)
                .statusCode(200)
                .body("items[0].onTrack", is(false))
                .body("items[0].reason", containsString("KB9000001 of 2025-11, which the machine has missed"));
        post(overlay.replaceAll("(?s)\"releases\": \\[.*]", "\"releases\": null"))
                .statusCode(200)
                .body("items[0].onTrack", is(true))
                .body("items[0].baseline", is("KB5066835"));
    }

    @Test
    void refusesAFaultyOverlayAndAMachineOfWhichNothingIsKnown() {
        post("""
                {"at": "2025-11-30T00:00:00Z", "machines": [], "releases": [{"kb": "x"}]}""").statusCode(400).body("errors[0].pointer", is("/releases/0/kb"));
        post("""
                {"at": "2025-11-30T00:00:00Z", "machines": [{"machine": "a", "product": "windows-server-2025"}]}""").statusCode(400).body("errors[0].pointer", is("/machines/0/eligible"));
    }

    @Test
    void refusesABatchThatIsTooLong() {
        String machines = IntStream.range(0, 1_001)
                .mapToObj(i ->
                        "{\"machine\": \"m" + i + "\", \"product\": \"windows-server-2025\", \"kb\": \"KB5066835\"}")
                .collect(Collectors.joining(","));

        post("{\"at\": \"2025-11-30T00:00:00Z\", \"machines\": [" + machines + "]}")
                .statusCode(413);
    }

    @Test
    void tellsWhatHappensIfAReleaseIsInstalled() {
        when().get("/api/v1/releases/windows-server-2025/KB5070881/what-if?machineKb=KB5066835")
                .then()
                .statusCode(200)
                .body("installable", is(true))
                .body("restart", is(true))
                .body("ifInstalled.onTrack", is(false))
                .body("ifInstalled.restarts", is(4))
                .body("otherwise.restarts", is(1))
                .body("nextBaseline", is("2026-01"))
                .body("refusal", nullValue())
                .body("summary", containsString("KB5070893 keeps the track"));
    }

    @Test
    void whatIfKnowsTheRolesOfTheMachine() {
        when().get("/api/v1/releases/windows-server-2025/KB5070893/what-if?role=wsus")
                .then()
                .body("restart", is(true));
        when().get("/api/v1/releases/windows-server-2025/KB5070893/what-if")
                .then()
                .body("restart", is(false));
        when().get("/api/v1/releases/windows-server-2025/KB5070893/what-if?machineKb=KB1")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/track")
                .then();
    }

    private static JsonNode golden(String name) throws IOException {
        return JSON.readTree(Files.readString(Path.of("../contract/patch", name)));
    }
}
