package io.hotfleet.simulator.assessment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckResourceTest {
    private static final byte[] FLEET = """
        fleet: small
        servers:
          - name: web-[1-3]
          - name: old-1
            vbs: configured
        """.getBytes(StandardCharsets.UTF_8);

    @Test
    void tellsWhoCanHotpatchAndWhatToDo() {
        given().multiPart("files", "fleet.yaml", FLEET)
                .multiPart("at", "2025-11-01")
                .post("/api/v1/checks")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("at", equalTo("2025-11-01T00:00:00Z"))
                .body("eligibility.blocked", equalTo(1))
                .body("workList[0].remedy", equalTo("ENABLE_VBS"))
                .body("machines.status", contains("ELIGIBLE", "ELIGIBLE", "ELIGIBLE", "BLOCKED"));
    }

    @Test
    void speaksPlainTextWhereThatIsAskedFor() {
        given().accept("text/plain")
                .multiPart("files", "fleet.yaml", FLEET)
                .post("/api/v1/checks")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .body(containsString("old-1"));
    }

    @Test
    void listsEveryMachine() {
        given().accept("text/csv")
                .multiPart("files", "fleet.yaml", FLEET)
                .post("/api/v1/checks")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("small,web-2,,windows-server-2025,ELIGIBLE,,\r\n"))
                .body(containsString("small,old-1,,windows-server-2025,BLOCKED,VBS_NOT_RUNNING,ENABLE_VBS\r\n"));
    }

    @Test
    void refusesAMomentThatIsNone() {
        given().contentType("application/json")
                .body("{\"fleet\": {\"fleet\": \"x\", \"servers\": [{\"name\": \"a\"}]}, \"at\": \"soon\"}")
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("detail", startsWith("/at: 'soon'"));
    }

    @Test
    void servesTheSchemaOfReports() {
        given().get("/api/v1/schemas/report").then().statusCode(200).body("type", equalTo("object"));
        given().get("/api/v1/schemas/other").then().statusCode(404);
    }
}
