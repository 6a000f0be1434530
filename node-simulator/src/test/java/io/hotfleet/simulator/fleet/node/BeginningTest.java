package io.hotfleet.simulator.fleet.node;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nodes are like that begin in an unusual way.
@QuarkusTest
class BeginningTest {
    private static final String FIRST_HOTPATCH = """
            {"product": "windows-server-2025", "month": "2024-12", "releaseDate": "2024-12-10", "kind": "HOTPATCH",
             "kb": "KB0", "build": 26100, "revision": 1, "planned": true, "restart": "NEVER", "track": "KEEPS",
             "confidence": "primary", "source": "test"}""";

    @Test
    void aHotpatchWithoutABaselineIsOneOfTheProductAsItWasFirstSold() {
        put(
                        "first-sold",
                        "{\"seed\": 1, \"from\": \"2025-01-10T00:00:00Z\", \"nodes\": [{\"names\": \"a\", \"kb\": \"KB0\"}],"
                                + " \"releases\": [" + FIRST_HOTPATCH + "]}")
                .statusCode(201);

        node("first-sold")
                .body("state", equalTo("active"))
                .body("disk.release", equalTo("RTM"))
                .body("disk.registered", equalTo("KB0"))
                .body("memory.hooks", greaterThan(0));
        post("first-sold", "updates", "{\"kb\": \"KB0\"}").statusCode(202);
        node("first-sold/timeline").body("items.kind", hasItem("installed-already"));
    }

    @Test
    void aHotpatchThatTheBootCannotApplyIsNotShownAsRunning() {
        put("no-table", """
                {"seed": 1, "from": "2025-02-20T00:00:00Z", "nodes": [{"names": "a", "kb": "KB2", "tableBytes": 0}]}""").statusCode(201);

        node("no-table")
                .body("state", equalTo("rolled-back"))
                .body("failure.code", equalTo("table-size-zero"))
                .body("failure.running", equalTo("KB1"))
                .body("disk.registered", equalTo("KB2"));
        given().get("/api/v1/fleets/no-table/nodes").then().body("items.state", contains("rolled-back"));
    }

    @Test
    void coresShareWhatHooksCost() {
        put("cores", """
                {"seed": 1, "from": "2025-02-20T00:00:00Z", "nodes": [{"names": "a", "kb": "KB2", "cores": 1},
                 {"names": "b", "kb": "KB2", "cores": 2}]}""").statusCode(201);

        float one = given().get("/api/v1/fleets/cores/nodes/a").path("memory.cpuPercent");
        float two = given().get("/api/v1/fleets/cores/nodes/b").path("memory.cpuPercent");

        assertThat(one).isPositive().isCloseTo(2 * two, offset(0.0002f));
    }

    @Test
    void assumptionsStretchTheSteps() {
        put("slow", """
                {"seed": 1, "from": "2025-02-20T00:00:00Z", "nodes": [{"names": "a", "kb": "KB1"}],
                 "assumptions": {"hotpatchInstall": {"fixed": "1h"}, "restart": "20m"}}""").statusCode(201);
        post("slow", "updates", "{\"kb\": \"KB2\"}").statusCode(202);
        clock("slow", "2025-02-20T00:59:59Z");
        node("slow").body("state", equalTo("verifying"));
        clock("slow", "2025-02-20T01:00:00Z");

        node("slow").body("state", equalTo("retiring"));
        given().get("/api/v1/fleets/slow")
                .then()
                .body("assumptions.hotpatchInstall.fixed", equalTo("1h"))
                .body("assumptions.restart", equalTo("20m"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "nodes": [{"names": "a", "cores": 0}]                                  | /nodes/0/cores: 0
            "nodes": [{"names": "a"}], "assumptions": {"restart": "soon"}          | /assumptions/restart: a duration
            "nodes": [{"names": "a"}], "assumptions": {"restart": {"fixed": "0s"}} | /assumptions/restart: a duration
            "nodes": [{"names": "a"}], "events": [{"at": "2025-03-01T00:00:00Z", "fault": "slow-node"}] | /events/0/value: is missing
            """)
    void whatCannotBeIsNamed(String part, String detail) {
        put("wrong", "{\"from\": \"2025-02-20T00:00:00Z\", " + part + "}")
                .statusCode(400)
                .body("detail", startsWith(detail));
    }

    @ParameterizedTest
    @CsvSource({"slow-node", "clock-skew", "report-lost", "report-duplicated", "report-reordered"})
    void aFaultThatNeedsAValueAsksForIt(String fault) {
        put("faulty-" + fault, "{\"from\": \"2025-02-20T00:00:00Z\", \"nodes\": [{\"names\": \"a\"}]}")
                .statusCode(201);

        post("faulty-" + fault, "faults", "{\"fault\": \"" + fault + "\"}")
                .statusCode(400)
                .body("detail", startsWith("/value: is missing"));
        post("faulty-" + fault, "faults", "{\"fault\": \"" + fault + "\", \"heal\": true}")
                .statusCode(202);
    }

    private static ValidatableResponse node(String fleetAndRest) {
        String[] parts = fleetAndRest.split("/", 2);
        String rest = parts.length > 1 ? "/" + parts[1] : "";
        return given().get("/api/v1/fleets/" + parts[0] + "/nodes/a" + rest).then();
    }

    private static void clock(String fleet, String to) {
        given().contentType("application/json")
                .body("{\"to\": \"" + to + "\"}")
                .post("/api/v1/fleets/" + fleet + "/clock")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse put(String fleet, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/v1/fleets/" + fleet)
                .then();
    }

    private static ValidatableResponse post(String fleet, String rest, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/fleets/" + fleet + "/nodes/a/" + rest)
                .then();
    }
}
