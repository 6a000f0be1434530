package io.hotfleet.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.output.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls one service. A call ends at once when the supervisor tells that a member has died, whichever member that is.
/// Where no supervisor tells, a client may have patience with a service that is started again.
public final class ServiceClient {

    private static final Duration PAGE_MAX = Duration.ofSeconds(5);
    // the supervisor sees an end some milliseconds after the connection breaks
    private static final long ENDING_WAIT_MS = 3_000;
    private static final long LAST_CALL_MS = 2_000;
    // a rehearsal of the largest fleet may be in the way
    private static final Duration BUSY_MAX = Duration.ofMinutes(10);
    private static final int BUSY = 503;
    /// What stands in front of a service answers for one that is away.
    private static final Set<Integer> AWAY = Set.of(502, BUSY, 504);

    private static final long RETRY_AFTER_SECONDS_MAX = 30;
    private static final Set<Integer> INPUT_IS_WRONG = Set.of(400, 404, 409, 413, 415, 422);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final URI root;
    private final CompletableFuture<String> died;
    private final Duration patience;
    /// @param died completes with one line when a member has ended
    public ServiceClient(String name, String url, CompletableFuture<String> died) {
        this(name, url, died, Duration.ZERO);
    }

    private ServiceClient(String name, String url, CompletableFuture<String> died, Duration patience) {
        this.name = name;
        this.root = URI.create(url + "/");
        this.died = died;
        this.patience = patience;
    }

    /// For a service that others look after.
    ///
    /// @param patience for how long it may be away while something is under way
    public static ServiceClient deployed(String name, String url, Duration patience) {
        return new ServiceClient(name, url, new CompletableFuture<>(), patience);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path));
    }

    /// Whether a page is there, by now.
    public boolean answers(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(root.resolve(path)).timeout(PAGE_MAX).build();
            return Http.send(request, BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    /// Sends, and returns an answer of success. A service that is busy and says when to ask again is asked again, for
    /// ten minutes at most, and the user is told.
    ///
    /// @throws Failure with the problem's detail for any other answer
    HttpResponse<InputStream> send(HttpRequest request) {
        long start = System.nanoTime();
        while (true) {
            HttpResponse<InputStream> response = await(Http.sendAsync(request, BodyHandlers.ofInputStream()));
            if (response.statusCode() < 300) {
                return response;
            }
            Failure problem = problem(response);
            OptionalLong seconds = retryAfter(response);
            if (seconds.isEmpty() || System.nanoTime() - start > BUSY_MAX.toNanos()) {
                throw problem;
            }
            Messages.print(
                    "%s is busy, asking again in %d s: %s".formatted(name, seconds.getAsLong(), problem.getMessage()));
            pause(TimeUnit.SECONDS.toMillis(seconds.getAsLong()));
        }
    }

    /// Sends what may be sent twice: again and again while nobody answers, for as long as there is patience.
    HttpResponse<InputStream> ask(HttpRequest request) {
        Backoff backoff = new Backoff(patience);
        while (true) {
            try {
                return send(request);
            } catch (Failure e) {
                if (!e.isUnanswered() || !backoff.allowsAnother()) {
                    throw e;
                }
                if (backoff.isFirst()) {
                    Messages.print("%s, asking again for %d s".formatted(e.getMessage(), patience.toSeconds()));
                }
            }
            pause(backoff.next().toMillis());
        }
    }

    /// Waits for the end of a stream. One that breaks has ended, too, for whoever has the patience to ask again.
    void awaitEnd(CompletableFuture<Void> stream) {
        try {
            await(stream);
        } catch (Failure e) {
            if (!e.isUnanswered() || patience.isZero()) {
                throw e;
            }
        }
    }

    /// Sends, also when a member has died, and does not care for the answer.
    void sendWithoutAnswer(HttpRequest request) {
        try {
            Http.sendAsync(request, BodyHandlers.discarding()).get(LAST_CALL_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // whoever did not hear it finds out by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Failure.of("the answer is not JSON", e);
        }
    }

    /// Waits for a result or for the death of a member, whichever comes first.
    <T> T await(CompletableFuture<T> result) {
        try {
            CompletableFuture.anyOf(result, died).get();
            if (result.isDone()) {
                return result.get();
            }
            result.cancel(true);
            throw Failure.of(died.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : unreachable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    /// Seconds to wait where the service is busy; nothing for any other answer.
    static OptionalLong retryAfter(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        if (response.statusCode() != BUSY || !seconds.matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.clamp(Long.parseLong(seconds), 1, RETRY_AFTER_SECONDS_MAX));
    }

    /// Ends early when a member dies: waiting for it would be in vain.
    private void pause(long ms) {
        try {
            throw Failure.of(died.get(ms, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // none has died
        } catch (ExecutionException e) {
            throw Failure.of(name + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private Failure unreachable(Throwable cause) {
        try {
            return Failure.of(died.get(patience.isZero() ? ENDING_WAIT_MS : 0, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Failure.of(name + " does not answer", cause).unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failure.of("interrupted");
        }
    }

    private Failure problem(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String detail;
        try (InputStream body = response.body()) {
            JsonNode problem = JSON.readTree(body);
            detail = problem.path("detail").asText(problem.path("title").asText(""));
        } catch (IOException e) {
            detail = "";
        }
        String text = detail.isBlank() ? "%s answers %d".formatted(name, status) : detail;
        if (AWAY.contains(status)) {
            return Failure.of(text).unanswered();
        }
        return INPUT_IS_WRONG.contains(status) ? Failure.badInput(text) : Failure.of(text);
    }
}
