package io.hotfleet.patch.rollout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two people steer one rollout.
@QuarkusTest
class RolloutEditTest extends LiveTest {
    @BeforeEach
    void begin() {
        fleet = new LiveFleetDriver("{\"strategy\": \"CUMULATIVE\", \"clock\": {\"at\": \"2025-01-14T17:00:00Z\"}}")
                .machines(null, List.of("a"));
        clock.move(Duration.ofHours(1));
        controller.reconcile(term);
    }

    @Test
    void eachChangeGivesAnotherEntityTag() {
        String before = given().get(path()).header("ETag");

        Response paused = given().header("If-Match", before).post(path() + "/pause");

        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(paused.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(given().get(path()).header("ETag"));
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotChanged() {
        String seen = given().get(path()).header("ETag");
        given().post(path() + "/pause");

        Response late = given().header("If-Match", seen).post(path() + "/abort");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("type")).isEqualTo("urn:hotfleet:problem:edited-meanwhile");
        assertThat(given().get(path()).jsonPath().getString("state")).isEqualTo("PAUSED");
    }

    @Test
    void whoChangesNothingKeepsTheEntityTag() {
        String before = given().get(path()).header("ETag");

        Response resumed = given().post(path() + "/resume");

        assertThat(resumed.header("ETag")).isEqualTo(before);
    }

    private String path() {
        return "/api/v1/" + fleet.path("/rollouts/2025-01-windows-server-2025");
    }
}
