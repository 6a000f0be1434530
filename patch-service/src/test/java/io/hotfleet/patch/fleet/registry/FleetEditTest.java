package io.hotfleet.patch.fleet.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people edit one fleet.
@QuarkusTest
class FleetEditTest {
    private static final String LIVE = "{\"clock\": {\"at\": \"2025-04-01T00:00:00Z\", \"factor\": 0}}";
    private static final String SOAK = "{\"clusterSoakMinutes\": 60}";
    private static final String SUNDAY = "{\"day\": \"sunday\", \"start\": \"02:00\", \"hours\": 4, \"zone\": \"UTC\"}";

    private final String fleet = "edit-" + UUID.randomUUID();

    @BeforeEach
    void make() {
        Api.put("fleets/" + fleet, LIVE).ok();
        Api.put("fleets/" + fleet + "/clusters", "[{\"cluster\": \"c\", \"nodes\": [\"c-1\"]}]")
                .ok();
        Api.put(
                        "fleets/" + fleet + "/machines",
                        "[{\"machine\": \"c-1\", \"product\": \"windows-server-2025\", \"cluster\": \"c\"}]")
                .ok();
    }

    @Test
    void aPolicyIsChanged() {
        Response changed = put("/policy", SOAK, tag("/policy"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Api.get("fleets/" + fleet + "/policy")
                        .get("clusterSoakMinutes")
                        .asInt())
                .isEqualTo(60);
        assertThat(changed.header("ETag")).isEqualTo(tag("/policy")).isEqualTo(tag(""));
    }

    @Test
    void aPolicyThatSomebodyElseHasChangedMeanwhileStays() {
        String seen = tag("/policy");
        put("/policy", SOAK, null);

        Response late = put("/policy", "{\"clusterSoakMinutes\": 5}", seen);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Api.get("fleets/" + fleet + "/policy")
                        .get("clusterSoakMinutes")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void whoMakesTheFleetAgainChangesNothing() {
        put("/policy", SOAK, null);

        Api.put("fleets/" + fleet, LIVE).ok();

        assertThat(Api.get("fleets/" + fleet + "/policy")
                        .get("clusterSoakMinutes")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void aWindowIsChangedAndTakenAway() {
        Response changed = put("/clusters/c/window", SUNDAY, tag("/clusters/c"));
        String shown = Api.get("fleets/" + fleet + "/clusters/c").get("window").toString();
        Response late = put("/clusters/c/window", SUNDAY, "\"0\"");
        given().delete(path("/clusters/c/window"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Api.tree(shown)).isEqualTo(Api.tree(SUNDAY));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(Api.get("fleets/" + fleet + "/clusters/c").get("window").isNull())
                .isTrue();
    }

    @Test
    void whatCannotBeChangedIsRefused() {
        Api.put("fleets/" + fleet + "-r", "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}")
                .ok();

        assertThat(put("/policy", "{\"coordination\": \"none\"}", null).statusCode())
                .isEqualTo(409);
        assertThat(put("/policy", "{\"clusterSoakMinutes\": -1}", null).statusCode())
                .isEqualTo(400);
        assertThat(put("-r/policy", SOAK, null).statusCode()).isEqualTo(409);
        assertThat(put("/clusters/x/window", SUNDAY, null).statusCode()).isEqualTo(404);
        assertThat(put("x/policy", SOAK, null).statusCode()).isEqualTo(404);
    }

    private Response put(String below, String body, String ifMatch) {
        return (ifMatch == null ? given() : given().header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path(below));
    }

    private String tag(String below) {
        return given().get(path(below)).header("ETag");
    }

    private String path(String below) {
        return "/api/v1/fleets/" + fleet + below;
    }
}
