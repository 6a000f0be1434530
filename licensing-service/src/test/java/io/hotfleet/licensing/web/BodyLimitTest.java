package io.hotfleet.licensing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BodyLimitTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void aBodyThatIsAnnouncedTooLargeIsAProblemBeforeItIsSent() throws IOException {
        String head = """
                PUT /api/v1/fleets/large/machines HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 10485761\r
                \r
                """;

        String answer = sent(head);

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "urn:hotfleet:problem:too-large", "10,485,760");
    }

    private String sent(String head) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
