package io.hotfleet.patch.agent;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrencyLimitTest {
    private static final String LEFT = "checks.find { it.name == 'room for steps' }.data.left";

    @Inject
    ConcurrencyLimit room;

    @Test
    void withoutRoomAStepIsRefusedAndTheServiceIsNotReadyButLives() {
        Answer step = whenFull(() -> Api.post("fleets/any/steps", "{\"until\": \"2025-01-14T18:00:00Z\"}"));
        ValidatableResponse ready = whenFull(() -> when().get("/q/health/ready").then());
        ValidatableResponse live = whenFull(() -> when().get("/q/health/live").then());

        assertThat(step.status()).isEqualTo(503);
        assertThat(step.body().get("type").asText()).isEqualTo("urn:hotfleet:problem:overloaded");
        ready.statusCode(503).body(LEFT, is(0));
        live.statusCode(200);
    }

    @Test
    void itIsReadyAgainAsSoonAsOneStepHasEnded() {
        whenFull(() -> null);

        when().get("/q/health/ready").then().statusCode(200).body(LEFT, is(16));
    }

    private <T> T whenFull(Supplier<T> work) {
        return room.left() == 0 ? work.get() : room.within(() -> whenFull(work));
    }
}
