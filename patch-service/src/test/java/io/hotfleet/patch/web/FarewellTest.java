package io.hotfleet.patch.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FarewellTest {
    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void anAnswerClosesItsConnectionOnceTheServiceIsToGo() {
        String before = given().get("/api/v1/leader").header("Connection");

        end.fire(new ShutdownDelayInitiatedEvent());

        assertThat(before).isNull();
        assertThat(given().get("/api/v1/leader").header("Connection")).isEqualTo("close");
    }
}
