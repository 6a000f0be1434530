package io.hotfleet.licensing.pricing;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Golden;
import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CostResourceTest {
    private static final String FLEET = FLEETS + "cost-test";

    @BeforeEach
    void setUpFleet() {
        json(Golden.body("put-fleet")).put(FLEET).then().statusCode(201);
        String facts =
                "{\"product\": \"windows-server-2025\", \"edition\": \"standard\", \"licence\": \"enabled\", \"cores\": 16}";
        String noCores = facts.replace(", \"cores\": 16", "");
        json("[{\"machine\": \"a\", \"facts\": " + facts + "}, {\"machine\": \"b\", \"cluster\": \"one\", \"facts\": "
                        + facts
                        + "}, {\"machine\": \"c\", \"cluster\": \"one\", \"facts\": " + facts
                        + "}, {\"machine\": \"d\", \"cluster\": \"two\", \"facts\": " + noCores + "}]")
                .put(FLEET + "/machines")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void removeFleet() {
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void theTotalIsTheSumOfMachinesAndOfClusters() {
        JsonPath fleet = Rest.get(FLEET + "/costs?from=2025-01&to=2025-12");
        JsonPath machines = Rest.get(FLEET + "/costs/machines?from=2025-01&to=2025-12");
        JsonPath clusters = Rest.get(FLEET + "/costs/clusters?from=2025-01&to=2025-12");

        assertThat(fleet.getString("total")).isEqualTo("432.00");
        assertThat(fleet.getString("wasted")).isEqualTo("432.00");
        assertThat(fleet.getInt("unknownCores")).isEqualTo(1);
        assertThat(fleet.getMap("byMonth")).hasSize(12);
        assertThat(machines.getList("items.total")).containsExactly("144.00", "144.00", "144.00", "0.00");
        assertThat(clusters.getList("items.cluster")).containsExactly("one", "two");
        assertThat(clusters.getList("items.total")).containsExactly("288.00", "0.00");
        assertThat(clusters.getList("items.machines")).containsExactly(2, 1);
    }

    @Test
    void detailsComePageByPage() {
        JsonPath machines = Rest.get(FLEET + "/costs/machines?from=2025-01&to=2025-12&limit=3");
        JsonPath clusters = Rest.get(FLEET + "/costs/clusters?from=2025-01&to=2025-12&limit=1");

        assertThat(machines.getString("next")).isEqualTo("c");
        assertThat(clusters.getString("next")).isEqualTo("one");
        assertThat(Rest.get(FLEET + "/costs/clusters?from=2025-01&to=2025-12&after=one")
                        .getList("items.cluster"))
                .containsExactly("two");
    }

    @Test
    void plansAreListedWithTheirPeriods() {
        JsonPath plans = Rest.get("/api/v1/price-plans");

        assertThat(plans.getList("items.name")).containsExactly("dated", "it-administrator-2025-03");
        assertThat(plans.getString("items[0].periods[1].amount")).isEqualTo("1.50");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-01",
        "from=2025-01&to=2024-12",
        "from=January&to=2025-12",
        "from=2025-01&to=2025-12&plan=none"
    })
    void aQuestionThatMeansNothingIsRefused(String query) {
        problem(given().get(FLEET + "/costs?" + query).then(), 400);
    }

    @Test
    void aFleetThatIsNotThereCostsNothingToAskFor() {
        problem(given().get(FLEETS + "nobody/costs?from=2025-01&to=2025-12").then(), 404);
    }
}
