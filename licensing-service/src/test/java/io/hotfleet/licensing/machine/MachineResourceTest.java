package io.hotfleet.licensing.machine;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.ndjson;
import static io.hotfleet.licensing.Rest.ok;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Golden;
import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MachineResourceTest {
    private static final String FLEET = FLEETS + "machine-test";
    private static final String MACHINES = FLEET + "/machines";

    @BeforeEach
    void setUpFleet() {
        json(Golden.body("put-fleet")).put(FLEET).then().statusCode(201);
    }

    @AfterEach
    void removeFleet() {
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void aBatchIsAnArrayOrLines() {
        String lines = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> machine("m-%04d".formatted(n), "running"))
                .collect(Collectors.joining("\n"));

        JsonPath counts = ok(ndjson(lines).put(MACHINES).then());

        assertThat(counts.getMap("")).hasToString("{received=1000, created=1000, unchanged=0, replaced=0}");
    }

    @Test
    void aThousandAndOneAreTooMany() {
        String lines = IntStream.rangeClosed(1, 1001)
                .mapToObj(n -> machine("m-" + n, "running"))
                .collect(Collectors.joining(","));

        JsonPath problem = problem(json("[" + lines + "]").put(MACHINES).then(), 413);

        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:too-large");
    }

    @Test
    void whatIsReadIsWhatWasTold() {
        json(Golden.body("put-machines")).put(MACHINES).then().statusCode(200);

        JsonPath machine = Rest.get(MACHINES + "/web-001");

        JsonPath told = JsonPath.from(Golden.body("put-machines"));
        assertThat(machine.getMap("facts").keySet()).doesNotContain("roles");
        assertThat(told.getMap("[0].facts").entrySet())
                .filteredOn(fact -> !fact.getKey().equals("roles"))
                .containsExactlyInAnyOrderElementsOf(machine.getMap("facts").entrySet());
        assertThat(machine.getString("eligibility.status")).isEqualTo("ELIGIBLE");
        assertThat(machine.getString("timeline[0].since")).isEqualTo("2024-12-31T00:00:00Z");
    }

    @Test
    void machinesAreFilteredByWhatKeepsThem() {
        json("[" + machine("a", "running") + "," + machine("b", "off") + "," + machine("c", "unknown") + "]")
                .put(MACHINES)
                .then()
                .statusCode(200);
        json(Golden.body("put-machines")).put(MACHINES).then().statusCode(200);

        assertThat(names("?status=ELIGIBLE")).containsExactly("a", "web-001");
        assertThat(names("?status=BLOCKED&gate=VBS_NOT_RUNNING")).containsExactly("b", "sql-ag-01-1");
        assertThat(names("?status=UNKNOWN")).containsExactly("c");
        assertThat(names("?cluster=sql-ag-01")).containsExactly("sql-ag-01-1");
        assertThat(names("?product=windows-11-24h2")).isEmpty();
        assertThat(names("?gate=VBS_NOT_RUNNING&limit=2")).containsExactly("b", "c");
        assertThat(names("?gate=VBS_NOT_RUNNING&after=c")).containsExactly("sql-ag-01-1");
    }

    @Test
    void allFaultsOfABatchAreNamedAtOnce() {
        String body = """
                [{"machine": "a", "facts": {"product": "windows-server-2025", "vbs": "on", "colour": "red"}},
                 {"facts": {"product": "windows-server-2025", "cores": 0, "optIn": "yes", "kb": "5048794"}},
                 {"machine": "a", "facts": {"edition": "standard"}, "cluser": "x"}]""";

        JsonPath problem = problem(json(body).put(MACHINES).then(), 400);

        assertThat(problem.getList("errors.pointer"))
                .containsExactlyInAnyOrder(
                        "/0/facts/vbs",
                        "/0/facts/colour",
                        "/1/machine",
                        "/1/facts/cores",
                        "/1/facts/optIn",
                        "/1/facts/kb",
                        "/2/machine",
                        "/2/facts/product",
                        "/2/cluser");
        assertThat(problem.getString("errors[0].detail")).contains("off, configured, running, unknown");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [{"machine": "a"            | bad-json
            [1]                         | invalid
            {"machine": "a", "facts": 7} | invalid
            null                        | invalid
            [[]]                        | invalid
            [{"machine": "a\\u0000b", "facts": {"product": "windows-server-2025"}}] | invalid
            """)
    void whatIsNoBatchIsRefused(String body, String code) {
        JsonPath problem = problem(json(body).put(MACHINES).then(), 400);

        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:" + code);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "PATCH, /api/v1/fleets/machine-test/machines, 404",
        "PATCH, /api/v1/fleets/nobody/machines, 404",
        "PUT, /api/v1/nowhere, 404",
        "DELETE, /api/v1/price-plans, 405"
    })
    void whatIsNotThereIsAProblemToo(String method, String path, int status) {
        String body = "[{\"machine\": \"nobody\", \"at\": \"2025-01-01T00:00:00Z\", \"facts\": {\"vbs\": \"off\"}}]";

        problem(json(body).request(method, path).then(), status);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=1001", "limit=many", "status=GOOD", "gate=KEEPER"})
    void aQueryThatMeansNothingIsRefused(String query) {
        problem(given().get(MACHINES + "?" + query).then(), 400);
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        problem(given().contentType("text/csv").body("a,b").put(MACHINES).then(), 415);
    }

    @Test
    void hardwareIsUniqueInAFleet() {
        String twins = """
                [{"machine": "a", "hardwareId": "hw", "facts": {"product": "windows-server-2025"}},
                 {"machine": "b", "hardwareId": "hw", "facts": {"product": "windows-server-2025"}}]""";

        JsonPath problem = problem(json(twins).put(MACHINES).then(), 409);

        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:hardware-known");
        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/1/hardwareId");
        assertThat(names("")).isEmpty();
    }

    @Test
    void knownHardwareIsNotToldUnderAnotherName() {
        String before =
                "[{\"machine\": \"a\", \"hardwareId\": \"hw\", \"facts\": {\"product\": \"windows-server-2025\"}}]";
        json(before).put(MACHINES).then().statusCode(200);
        String renamed = "[{\"machine\": \"c\", \"facts\": {\"product\": \"windows-server-2025\"}},"
                + before.substring(1).replace("\"a\"", "\"b\"");

        JsonPath problem = problem(json(renamed).put(MACHINES).then(), 409);

        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:hardware-known");
        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/1/hardwareId");
        assertThat(problem.getString("errors[0].detail")).contains("'hw'", "'a'");
        assertThat(names("")).containsExactly("a");
        assertThat(ok(json(before).put(MACHINES).then()).getInt("unchanged")).isEqualTo(1);
    }

    private static List<String> names(String query) {
        return Rest.get(MACHINES + query).getList("items.machine");
    }

    private static String machine(String name, String vbs) {
        return "{\"machine\": \"" + name
                + "\", \"facts\": {\"product\": \"windows-server-2025\", \"edition\": \"standard\","
                + " \"platform\": \"on-premises\", \"osBuild\": \"released\","
                + " \"firmware\": \"uefi-secure-boot\", \"vbs\": \"" + vbs + "\", \"hotPatchTable\": \"on\","
                + " \"arc\": \"connected\", \"subscription\": \"active\", \"licence\": \"enabled\", \"optIn\": true,"
                + " \"updateSource\": \"windows-update\", \"cores\": 8}}";
    }
}
