package io.hotfleet.simulator.fleet.agent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.postgres.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A fleet is removed while a request to one of its nodes is at work.
@QuarkusTest
class RemovedFleetTest {
    private static final String FLEET = "/api/v1/fleets/removed-meanwhile";
    private static final int LOOKS_MAX = 100_000;

    @Inject
    Pool pool;

    @Inject
    Statements sql;

    @Test
    void theRequestIsToldSo() {
        given().contentType("application/json")
                .body("{\"seed\": 7, \"from\": \"2025-01-15T00:00:00Z\", \"nodes\": [{\"names\": \"web-[1-3]\"}]}")
                .put(FLEET)
                .then()
                .statusCode(201);
        SqlConnection removing = await(pool.getConnection());
        await(removing.query("begin").execute());
        await(removing.query("delete from live_fleet where name = 'removed-meanwhile'")
                .execute());

        CompletableFuture<Response> restart = CompletableFuture.supplyAsync(
                () -> given().contentType("application/json").body("{}").post(FLEET + "/nodes/web-1/restart"));
        waiting();
        await(removing.query("commit").execute());
        await(removing.close());

        assertThat(restart.join().statusCode()).isEqualTo(404);
        assertThat(restart.join().path("type").toString()).isEqualTo("urn:hotfleet:problem:fleet-not-found");
    }

    private static <T> T await(Future<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    private void waiting() {
        for (int i = 0; i < LOOKS_MAX; i++) {
            boolean blocked = sql.query("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%insert into live_input%')")
                    .iterator()
                    .next()
                    .getBoolean(0);
            if (blocked) {
                return;
            }
        }
        throw new AssertionError("nobody waits for the fleet");
    }
}
