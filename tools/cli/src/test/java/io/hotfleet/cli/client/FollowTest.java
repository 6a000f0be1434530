package io.hotfleet.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Following a rehearsal on a server that goes away and comes back.
class FollowTest {

    private static final String REHEARSAL = "/api/v1/rehearsals/r1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SILENT_CALLS = 2;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstHeard = new CountDownLatch(1);
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = started(0);
        server.createContext(REHEARSAL + "/events", this::breakOff);
    }

    @AfterEach
    void end() {
        firstHeard.countDown();
        server.stop(0);
    }

    @Test
    void aRehearsalIsFollowedOverARestart() {
        Simulator simulator = new Simulator(ServiceClient.deployed("node-simulator", url(), PATIENCE));

        String end = simulator
                .follow(REHEARSAL, event -> {
                    heard.add(event.path("state").asText());
                    if (heard.size() == 1) {
                        restart();
                        firstHeard.countDown();
                    }
                })
                .path("state")
                .asText();

        assertThat(end).isEqualTo("DONE");
        assertThat(heard).containsExactly("RUNNING", "QUEUED", "RUNNING", "DONE");
    }

    @Test
    void whatStandsInFrontOfAServerThatIsAwayIsAskedAgain() {
        Queue<Integer> answers = new ArrayDeque<>(List.of(502, 503, 504, 200));
        server.createContext("/report", exchange -> answer(exchange, answers.poll(), "{}"));
        ServiceClient client = ServiceClient.deployed("node-simulator", url(), PATIENCE);

        assertThat(client.ask(client.request("/report").build()).statusCode()).isEqualTo(200);
    }

    @Test
    void patienceEnds() {
        Simulator simulator = new Simulator(ServiceClient.deployed("node-simulator", url(), Duration.ofMillis(1)));
        server.stop(0);

        assertThatThrownBy(() -> simulator.follow(REHEARSAL, _ -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("node-simulator does not answer");
    }

    @Test
    void ofAStackThatIsWatchedABrokenStreamIsTheEnd() {
        Simulator simulator = new Simulator(new ServiceClient("node-simulator", url(), died));

        assertThatThrownBy(() -> simulator.follow(REHEARSAL, _ -> {
                    died.complete("node-simulator ended");
                    firstHeard.countDown();
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("node-simulator ended");
    }

    /// The port is silent for some calls, then another server is there: the rehearsal waits, runs, is done.
    private void restart() {
        int port = server.getAddress().getPort();
        server.stop(0);
        try {
            ServerSocket silent = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> comeBack(silent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comeBack(ServerSocket silent) {
        try (silent) {
            for (int i = 0; i < SILENT_CALLS; i++) {
                silent.accept().close();
            }
            silent.close();
            Queue<String> states = new ArrayDeque<>(List.of("QUEUED", "DONE"));
            server = started(silent.getLocalPort());
            server.createContext(REHEARSAL, exchange -> answer(exchange, 200, state(states.poll())));
            server.createContext(
                    REHEARSAL + "/events",
                    exchange -> answer(exchange, 200, event("QUEUED") + event("RUNNING") + event("DONE")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer started(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void breakOff(HttpExchange exchange) throws IOException {
        byte[] event = event("RUNNING").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 2L * event.length);
        exchange.getResponseBody().write(event);
        exchange.getResponseBody().flush();
        try {
            firstHeard.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static String state(String state) {
        return "{\"state\": \"%s\"}".formatted(state);
    }

    private static String event(String state) {
        return "data: " + state(state) + "\n\n";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
