package io.hotfleet.clusternode.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.simulator.log.JsonLog;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.time.Duration;
import java.util.Map;

/// The process that is a client. It writes what it has seen to standard output, one JSON object a second, and tells it
/// at `/seen`; it ends when it is asked to.
public final class LoadMain implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(LoadTally.TICK_MS);
    private static final long SECOND_MS = 1_000;

    private final LoadConfig config;
    private final LoadTally tally = new LoadTally(LoadClient.nowMs());
    private final LoadClient caller;
    private final Vertx vertx = Vertx.vertx();
    private volatile boolean closed;

    LoadMain(LoadConfig config) {
        this.config = config;
        this.caller = new LoadClient(config, tally);
    }

    /// @param given settings that stand above defaults, and below the environment
    public static LoadMain of(Map<String, String> given) {
        return new LoadMain(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withDefaultValues(given)
                .withMapping(LoadConfig.class)
                .build()
                .getConfigMapping(LoadConfig.class));
    }

    /// Runs until the process is ended.
    public static void run() throws InterruptedException {
        JsonLog.installAlone("load");
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        try (LoadMain load = of(Map.of());
                PrintStream lines =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            load.start();
            while (!load.closed) {
                lines.println(load.json());
                Thread.sleep(SECOND);
            }
        }
    }

    public void start() {
        for (int i = 0; i < config.sessions(); i++) {
            Thread.startVirtualThread(() -> repeat(caller::session, Duration.ZERO));
        }
        Duration pause = Duration.ofMillis(SECOND_MS / config.requestsPerSecond());
        Thread.startVirtualThread(() -> repeat(() -> Thread.startVirtualThread(this::request), pause));
        Thread.startVirtualThread(() -> repeat(caller::poll, POLL));
        Thread.startVirtualThread(() -> repeat(() -> tally.ticked(LoadClient.nowMs()), TICK));
        vertx.createHttpServer().requestHandler(this::answer).listen(config.port());
    }

    public LoadResult seen() {
        return tally.seen(LoadClient.nowMs());
    }

    @Override
    public void close() {
        closed = true;
        caller.close();
        vertx.close();
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
            caller.request();
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
