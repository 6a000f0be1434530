package io.hotfleet.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import io.hotfleet.simulator.client.LiveFeed.Order;
import io.hotfleet.simulator.client.LiveFeed.Taken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The live half over HTTP, with the golden bodies.
class HttpFeedTest {
    private final List<String> calls = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private String answer;
    private HttpServer server;
    private LiveFeed feed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        feed = new HttpFeed(new FixedLinkConfig(address, Duration.ofSeconds(5)), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void openCommandsAreReadAsTheContractSays() throws IOException {
        answer = golden("changes.json");

        List<Order> open = feed.open("live fleet");

        assertThat(open)
                .containsExactly(new Order(
                        17,
                        "web-001",
                        Instant.parse("2025-02-11T18:00:00Z"),
                        Command.Action.INSTALL,
                        "KB5052105",
                        "HOTPATCH",
                        "sha256:" + "9f".repeat(32)));
        assertThat(calls).containsExactly("GET /api/v1/fleets/live+fleet/changes?limit=1000");
    }

    @Test
    void reportsAreWrittenAsTheContractSays() throws IOException {
        answer = "{\"received\": 3, \"applied\": 1, \"stale\": 2}";

        Taken taken = feed.report("live", reports());

        assertThat(taken).isEqualTo(new Taken(3, 1, 2));
        assertThat(bodies).containsExactly(Http.JSON.readTree(golden("live-reports.json")));
        assertThat(calls).containsExactly("POST /api/v1/fleets/live/reports");
    }

    private static List<LiveReport> reports() {
        Instant first = Instant.parse("2025-02-11T18:01:40Z");
        Instant second = Instant.parse("2025-02-11T18:05:00Z");
        String kb = "KB5052105";
        String late = "signature-expired";
        return List.of(
                new LiveReport("web-001", 3, first, 17, kb, "PROGRESS", "loading", 0, 0, "running", 0, 0, 0),
                new LiveReport("web-001", 4, second, 17, kb, "INSTALLED", null, 118, 0, "running", 11, 268, 2),
                new LiveReport("web-002", 2, second, 18, kb, "FAILED", late, 0, 0, "running", 0, 0, 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            bodies.add(Http.JSON.readTree(body));
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("../contract/patch", name));
    }
}
