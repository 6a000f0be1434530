package io.hotfleet.clusternode.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.Dependent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A client of a cluster's role. It writes what it has seen to standard output, one JSON object a second, and tells it
/// at `/seen`.
@Dependent
public class LoadGenerator implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(LoadTally.TICK_MS);
    private static final long SECOND_MS = 1_000;

    private final LoadConfig config;
    private final LoadTally tally = new LoadTally(LoadClient.nowMs());
    private final LoadClient client;
    private final Vertx vertx;
    private HttpServer server;
    private volatile boolean closed;

    public LoadGenerator(LoadConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.client = new LoadClient(config, tally);
    }

    /// Writes a line each second, until it is closed.
    public void print() {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Thread.startVirtualThread(() -> repeat(() -> lines.println(json()), SECOND));
    }

    public void start() {
        for (int i = 0; i < config.sessions(); i++) {
            Thread.startVirtualThread(() -> repeat(client::session, Duration.ZERO));
        }
        Duration pause = Duration.ofMillis(SECOND_MS / config.requestsPerSecond());
        Thread.startVirtualThread(() -> repeat(() -> Thread.startVirtualThread(this::request), pause));
        Thread.startVirtualThread(() -> repeat(client::poll, POLL));
        Thread.startVirtualThread(() -> repeat(() -> tally.ticked(LoadClient.nowMs()), TICK));
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(config.port());
    }

    public LoadResult seen() {
        return tally.seen(LoadClient.nowMs());
    }

    @Override
    public void close() {
        closed = true;
        client.close();
        server.close();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void repeat(Work work, Duration pause) {
        try {
            while (!closed) {
                work.run();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void request() {
        try {
            client.request();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end(json());
    }

    private String json() {
        try {
            return JSON.writeValueAsString(seen());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers have a JSON form", e);
        }
    }
}
