package io.hotfleet.clusternode.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Requests and sessions of one client. Redirects lead to the role's owner.
final class LoadClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOODBYE = "goodbye";
    private static final int OK = 200;

    private final LoadConfig config;
    private final LoadTally tally;
    private final URI target;
    private final HttpClient http;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());

    LoadClient(LoadConfig config, LoadTally tally) {
        this.config = config;
        this.tally = tally;
        this.target =
                config.target().orElseThrow(() -> new IllegalArgumentException("hotfleet.load.target is not given"));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(config.attempt())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /// One request, with its attempts: one at least, however short its patience.
    void request() throws InterruptedException {
        long startedMs = nowMs();
        long endMs = startedMs + config.patience().toMillis();
        do {
            long attemptedMs = nowMs();
            Optional<JsonNode> answer = get(target.resolve(config.path()), tally::unanswered);
            if (answer.isPresent()) {
                JsonNode body = answer.get();
                tally.answered(body.path("node").asText(), body.path("term").asLong(), attemptedMs, nowMs());
                return;
            }
            Thread.sleep(config.pause());
        } while (nowMs() < endMs);
        tally.failed();
    }

    /// One session from its beginning to its end; returns soon where it could not be opened.
    void session() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(target.resolve("/work/session")).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                if (response.statusCode() != OK) {
                    Thread.sleep(config.pause());
                    return;
                }
                tally.opened();
                tally.ended(follow(stream));
            }
        } catch (IOException e) {
            Thread.sleep(config.pause());
        }
    }

    /// Asks every node whether it sees a majority.
    void poll() {
        boolean quorum = config.nodes().stream()
                .flatMap(Collection::stream)
                .map(node -> get(node.resolve("/node"), cause -> {}))
                .flatMap(Optional::stream)
                .anyMatch(node -> node.path("quorum").asBoolean());
        tally.polled(quorum);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        http.shutdownNow();
    }

    /// @return whether it ended with a goodbye
    private boolean follow(InputStream stream) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String last = "";
        try {
            for (String line = line(lines, stream); line != null; line = line(lines, stream)) {
                last = line;
            }
        } catch (IOException e) {
            return last.equals(GOODBYE);
        }
        return last.equals(GOODBYE);
    }

    /// Closes the stream where the next line takes too long.
    private String line(BufferedReader lines, InputStream stream) throws IOException {
        Duration silence = config.silence();
        ScheduledFuture<?> cut = watch.schedule(() -> close(stream), silence.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return lines.readLine();
        } finally {
            cut.cancel(false);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            Log.debugf("A session that is broken could not be closed: %s", e.getMessage());
        }
    }

    private Optional<JsonNode> get(URI address, Consumer<String> unanswered) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(config.attempt()).build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == OK) {
                return Optional.of(JSON.readTree(answer.body()));
            }
            unanswered.accept(String.valueOf(answer.statusCode()));
        } catch (IOException e) {
            unanswered.accept(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
