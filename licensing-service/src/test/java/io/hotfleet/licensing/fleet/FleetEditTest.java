package io.hotfleet.licensing.fleet;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two who edit the same fleet at once.
@QuarkusTest
class FleetEditTest {
    private static final String FLEET = FLEETS + "fleet-edit";
    private static final String CLOCK = FLEET + "/clock";

    @BeforeEach
    void setUpFleet() {
        json(Rest.LIVE).put(FLEET).then().statusCode(201);
    }

    @AfterEach
    void removeFleet() {
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void eachChangeGivesAnotherEntityTag() {
        String before = tag(CLOCK);

        String after =
                json("{\"factor\": 2}").header("If-Match", before).put(CLOCK).header("ETag");

        assertThat(after).isNotEqualTo(before).isEqualTo(tag(CLOCK)).isEqualTo(tag(FLEET));
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotChanged() {
        String seen = tag(CLOCK);
        json("{\"factor\": 2}").put(CLOCK).then().statusCode(200);

        JsonPath late = problem(
                json("{\"factor\": 3}").header("If-Match", seen).put(CLOCK).then(), 412);

        assertThat(late.getString("type")).isEqualTo("urn:hotfleet:problem:edited-meanwhile");
        assertThat(Rest.get(CLOCK).getDouble("factor")).isEqualTo(2);
    }

    @Test
    void aFleetThatWasEditedMeanwhileIsNotRemoved() {
        String seen = tag(FLEET);
        json("{\"factor\": 2}").put(CLOCK).then().statusCode(200);

        problem(given().header("If-Match", seen).delete(FLEET).then(), 412);

        given().get(FLEET).then().statusCode(200);
    }

    @Test
    void theSameFleetAgainHasTheSameEntityTag() {
        String again = json(Rest.LIVE).put(FLEET).header("ETag");

        assertThat(again).isEqualTo(tag(FLEET));
    }

    private static String tag(String path) {
        return given().get(path).then().statusCode(200).extract().header("ETag");
    }
}
