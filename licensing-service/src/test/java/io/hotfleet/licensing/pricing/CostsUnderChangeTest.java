package io.hotfleet.licensing.pricing;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A question whose reads are held up half-way, while a machine moves to a timeline that was not there before.
@QuarkusTest
class CostsUnderChangeTest {
    private static final String FLEET = FLEETS + "costs-under-change";

    @Inject
    DataSource database;

    @BeforeEach
    void setUpFleet() {
        json(Rest.LIVE).put(FLEET).then().statusCode(201);
        json("[{\"machine\": \"a\", \"cluster\": \"one\", \"facts\": {\"product\": \"windows-server-2025\"}}]")
                .put(FLEET + "/machines")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void removeFleet() {
        given().delete(FLEET).then().statusCode(204);
    }

    @Timeout(60)
    @ParameterizedTest
    @CsvSource({
        "/costs?from=2025-01&to=2025-01, total",
        "/costs/clusters?from=2025-01&to=2025-01, items[0].total",
        "/machines?gate=ARC, items[0].machine"
    })
    void aMachineThatChangesMeanwhileIsStillCounted(String question, String told) throws SQLException {
        CompletableFuture<JsonPath> answer;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table machine in access exclusive mode");
            answer = CompletableFuture.supplyAsync(() -> Rest.get(FLEET + question));
            awaitOneWhoWaits(statement);
            statement.execute(
                    "insert into timeline (fleet, id, since, facts)"
                            + " select fleet, gen_random_uuid(), since, facts from timeline where fleet = 'costs-under-change'");
            statement.execute("update machine set timeline = (select id from timeline t where t.fleet = machine.fleet"
                    + " and t.id <> machine.timeline limit 1) where fleet = 'costs-under-change'");
            connection.commit();
        }

        assertThat(answer.join().getString(told)).isNotNull();
    }

    private static void awaitOneWhoWaits(Statement statement) throws SQLException {
        boolean waits = false;
        while (!waits) {
            try (ResultSet found = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
                found.next();
                waits = found.getBoolean(1);
            }
        }
    }
}
