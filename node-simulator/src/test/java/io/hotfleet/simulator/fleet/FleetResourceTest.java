package io.hotfleet.simulator.fleet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FleetResourceTest {
    private static final String PATH = "/api/v1/fleets";
    private static final String TWO_GROUPS = """
            {"seed": 7, "from": "2025-01-15T00:00:00Z",
             "nodes": [{"names": "web-[001-120]"}, {"names": "dc-1", "shape": "domain-controller", "kb": "KB2"}]}""";

    @Test
    void aFleetIsMadeOnceAndShownWithItsDefaults() {
        put("made-once", TWO_GROUPS).statusCode(201);

        put("made-once", TWO_GROUPS)
                .statusCode(200)
                .body("size", equalTo(121))
                .body("now", equalTo("2025-01-15T00:00:00Z"))
                .body("policies.retention", equalTo("referenced"))
                .body("nodes[0].kb", equalTo("KB1"))
                .body("nodes[1].vbs.enablers", contains("hvci"));
    }

    @Test
    void anotherDescriptionUnderTheSameNameIsAConflict() {
        put("taken", TWO_GROUPS).statusCode(201);

        put("taken", "{\"nodes\": [{\"names\": \"a\"}]}")
                .statusCode(409)
                .body("type", equalTo("urn:hotfleet:problem:fleet-differs"));
    }

    @Test
    void fleetsAreListedPageByPageAndByClock() {
        put("list-1", TWO_GROUPS);
        put("list-2", TWO_GROUPS);
        put("list-3", "{\"clock\": {\"mode\": \"live\", \"factor\": 60}, \"nodes\": [{\"names\": \"a\"}]}");

        given().get(PATH + "?after=list-&limit=1&clock=manual")
                .then()
                .body("items.fleet", contains("list-1"))
                .body("next", equalTo("list-1"));
        given().get(PATH + "?after=list-1&limit=1&clock=live").then().body("items.fleet", contains("list-3"));
    }

    @Test
    void aManualClockGoesForwardAlone() {
        put("clock", TWO_GROUPS);

        clock("clock", "2025-02-11T18:00:00Z").statusCode(200).body("now", equalTo("2025-02-11T18:00:00Z"));
        clock("clock", "2025-02-01T00:00:00Z").statusCode(200).body("now", equalTo("2025-02-11T18:00:00Z"));
    }

    @Test
    void aLiveClockIsNotPutForward() {
        put("live", "{\"clock\": {\"mode\": \"live\"}, \"nodes\": [{\"names\": \"a\"}]}");

        clock("live", "2099-01-01T00:00:00Z").statusCode(409).body("type", equalTo("urn:hotfleet:problem:clock-live"));
    }

    @Test
    void aRemovedFleetIsGoneAndItsNameIsFree() {
        put("gone", TWO_GROUPS);

        given().delete(PATH + "/gone").then().statusCode(204);
        given().delete(PATH + "/gone").then().statusCode(204);

        given().get(PATH + "/gone").then().statusCode(404);
        put("gone", "{\"nodes\": [{\"names\": \"a\"}]}").statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                | /nodes: 1 to 100
            {"nodes": [{"names": "a b"}]}                                     | /nodes/0/names: 'a b'
            {"nodes": [{"names": "a-[1-3]"}, {"names": "a-2"}]}               | /nodes/1/names: names a node
            {"nodes": [{"names": "a", "shape": "round"}]}                     | /nodes/0/shape: 'round'
            {"nodes": [{"names": "a", "tableBytes": 5}]}                      | /nodes/0/tableBytes: tableBytes is 5
            {"nodes": [{"names": "a", "kb": "KB99"}]}                         | /kb: 'KB99'
            {"nodes": [{"names": "a"}], "policies": {"retention": "ever"}}    | /policies/retention: 'ever'
            {"nodes": [{"names": "a"}], "clock": {"mode": "live", "factor": 0}} | /clock/factor: 0
            {"nodes": [{"names": "a"}], "from": "1999-01-01T00:00:00Z"}       | /from: '1999
            {"nodes": [{"names": "a-[1-2000000]"}]}                           | /nodes: 2000000 nodes
            """)
    void whatIsWrongIsNamed(String body, String detail) {
        put("wrong", body).statusCode(400).body("detail", startsWith(detail));
    }

    @Test
    void aMillionNodesAreMadeAndFoundAtOnce() {
        put("million", "{\"from\": \"2025-01-15T00:00:00Z\", \"nodes\": [{\"names\": \"n-[0000001-1000000]\"}]}")
                .statusCode(201)
                .body("size", equalTo(1_000_000));

        given().get(PATH + "/million/nodes/n-0777777")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("kb", containsString("KB1"));
    }

    private static ValidatableResponse put(String fleet, String body) {
        return given().contentType("application/json")
                .body(body)
                .put(PATH + "/" + fleet)
                .then();
    }

    private static ValidatableResponse clock(String fleet, String to) {
        return given().contentType("application/json")
                .body("{\"to\": \"" + to + "\"}")
                .post(PATH + "/" + fleet + "/clock")
                .then();
    }
}
