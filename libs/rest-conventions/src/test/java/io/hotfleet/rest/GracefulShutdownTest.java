package io.hotfleet.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GracefulShutdownTest {
    private static final int LONGEST_MS = (int) Duration.ofSeconds(20).toMillis();

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @TestHTTPResource
    URI service;

    @Test
    void clientsAreSentAwayOnceTheServiceIsToGo() throws IOException {
        String before = given().get("/samples").header("Connection");
        try (Socket kept = new Socket(service.getHost(), service.getPort())) {
            kept.setSoTimeout(LONGEST_MS);
            ask(kept);
            boolean answered = kept.getInputStream().read() >= 0;

            end.fire(new ShutdownDelayInitiatedEvent());

            assertThat(before).isNull();
            assertThat(answered).isTrue();
            assertThat(given().get("/samples").header("Connection")).isEqualTo("close");
            assertThat(isClosed(kept)).as("a connection on which nobody asks").isTrue();
        }
    }

    private static void ask(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write("GET /samples HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// What is left of the answer is read before the end.
    private static boolean isClosed(Socket connection) throws IOException {
        InputStream rest = connection.getInputStream();
        return rest.transferTo(OutputStream.nullOutputStream()) >= 0;
    }
}
