package io.hotfleet.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {

    private static final String PROBLEM = "{\"detail\": \"full\"}";

    private final AtomicInteger calls = new AtomicInteger();
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private HttpServer server;
    private ServiceClient client;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        client = new ServiceClient(
                "node-simulator", "http://127.0.0.1:" + server.getAddress().getPort(), died);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void asksABusyServiceAgain() {
        server.createContext("/", exchange -> answer(exchange, calls.incrementAndGet() == 1 ? 503 : 200, "1"));

        assertThat(client.send(client.request("/any").build()).statusCode()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void doesNotWaitForOneThatSaysNotWhen() {
        server.createContext("/", exchange -> answer(exchange, 503, null));

        assertThatThrownBy(() -> client.send(client.request("/any").build()))
                .isInstanceOf(Failure.class)
                .hasMessage("full");
    }

    @Test
    void endsItsWaitingWithTheStack() {
        server.createContext("/", exchange -> {
            answer(exchange, 503, "30");
            died.complete("patch-service ended");
        });

        assertThatThrownBy(() -> client.send(client.request("/any").build())).hasMessage("patch-service ended");
    }

    private static void answer(HttpExchange exchange, int status, String retryAfter) throws IOException {
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] body = PROBLEM.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
