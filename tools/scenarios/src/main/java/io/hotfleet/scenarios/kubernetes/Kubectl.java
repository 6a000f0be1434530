package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// kubectl in one namespace.
///
/// @param command words that start it
public record Kubectl(List<String> command, String namespace) {

    private static final long END_SECONDS_MAX = 600;
    private static final String READY = "--timeout=400s";
    private static final Duration UNANSWERED_MAX = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// What kubectl says where the API server, or what it asks in its turn, cannot be reached or has no time.
    private static final List<String> NOBODY_ANSWERS = List.of(
            "Unable to connect to the server",
            "was refused - did you specify the right host",
            "TLS handshake timeout",
            "i/o timeout",
            "connection reset by peer",
            "client connection lost",
            "unexpected EOF",
            "etcdserver:",
            "(Timeout)",
            "(ServerTimeout)",
            "(TooManyRequests)",
            "(ServiceUnavailable)",
            "(InternalError)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param command such as `kubectl`, or `kubectl --context test`
    public static Kubectl of(String command, String namespace) {
        return new Kubectl(List.of(command.strip().split("\\s+")), namespace);
    }

    /// What kubectl prints. While nobody answers it, it is asked again: what scenarios ask of it may be asked twice.
    ///
    /// @throws Failure if it fails, with the last line of its complaint
    public String run(String... arguments) {
        long end = System.nanoTime() + UNANSWERED_MAX.toNanos();
        while (true) {
            Ended ended = once(arguments);
            if (ended.exitCode() == 0) {
                return ended.output();
            }
            if (!ended.isUnanswered() || System.nanoTime() > end) {
                throw Failure.of("kubectl %s: %s".formatted(String.join(" ", arguments), ended.complaint()));
            }
            Waiting.pause(PAUSE);
        }
    }

    /// @param complaint the last line of what it said about a failure
    private record Ended(int exitCode, String output, String complaint) {

        boolean isUnanswered() {
            return NOBODY_ANSWERS.stream().anyMatch(complaint::contains);
        }
    }

    private Ended once(String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().close();
            CompletableFuture<String> output = text(process.getInputStream());
            CompletableFuture<String> complaint = text(process.getErrorStream());
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw Failure.of("kubectl %s does not end".formatted(String.join(" ", arguments)));
            }
            return new Ended(process.exitValue(), output.join(), last(complaint.join()));
        } catch (IOException e) {
            throw Failure.of("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    public JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", "json"));
        return parse(run(all.toArray(String[]::new)));
    }

    /// @param labels that they have, such as `app=sql`
    public JsonNode pods(String labels) {
        return json("get", "pods", "-l", labels).path("items");
    }

    /// @param workload such as `statefulset/sql`
    public void scale(String workload, int replicas) {
        run("scale", workload, "--replicas=" + replicas);
    }

    /// Returns when all its pods are new and ready.
    public void awaitRollout(String workload) {
        run("rollout", "status", workload, READY);
    }

    /// A command that goes on, such as port-forward.
    Process start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-n", namespace));
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all).start();
    }

    /// In a thread of its own: whoever reads a pipe holds what carries virtual threads, as few as there are processors.
    static CompletableFuture<String> text(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.complete("its complaint cannot be read: " + e.getMessage());
            }
        });
        return text;
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failure.of("no JSON: " + text, e);
        }
    }

    private static String last(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "no reason given" : lines.getLast();
    }
}
