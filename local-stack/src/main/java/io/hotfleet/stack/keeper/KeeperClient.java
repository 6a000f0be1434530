package io.hotfleet.stack.keeper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.stack.Failure;
import io.hotfleet.stack.Home;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Speaks to the keeper of a home.
public final class KeeperClient {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    // longer than the keeper itself waits for its members
    private static final Duration END_MAX = Duration.ofMinutes(4);
    private static final long POLL_MS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeeperState state;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();

    private KeeperClient(KeeperState state) {
        this.state = state;
    }

    /// The keeper that runs for this home, if one does.
    public static Optional<KeeperClient> find(Home home) {
        return KeeperState.read(home).map(KeeperClient::new);
    }

    /// The stack's members; nothing if the keeper has just ended.
    public Optional<StackStatus> status() {
        return call("GET", "/status", StackStatus.class);
    }

    /// Makes the stack stay.
    public boolean pin() {
        return call("POST", "/pin", Boolean.class).orElse(false);
    }

    /// Whether the stack ends with this lease.
    boolean release(long lease) {
        return call("POST", "/release?" + lease, Boolean.class).orElse(true);
    }

    /// A stream of events that lasts as long as the lease; nothing if the stack is ending.
    Optional<InputStream> lease() throws InterruptedException {
        try {
            // no time-out: the stream lasts as long as the command
            HttpResponse<InputStream> response =
                    http.send(request("/lease").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Ends the stack and waits for it. A keeper that does not end is killed: its guard then ends the members.
    public void stop() {
        call("POST", "/stop", Boolean.class);
        if (!awaitEnd()) {
            state.keeper().kill();
            awaitEnd();
        }
    }

    /// Waits until the keeper is gone.
    boolean awaitEnd() {
        long start = System.nanoTime();
        while (state.keeper().alive()) {
            if (System.nanoTime() - start > END_MAX.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    boolean alive() {
        return state.keeper().alive();
    }

    private <T> Optional<T> call(String method, String path, Class<T> answer) {
        try {
            HttpResponse<byte[]> response = http.send(
                    request(path)
                            .timeout(ANSWER_MAX)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw Failure.of("the keeper (process %d) answers %d"
                        .formatted(state.keeper().pid(), response.statusCode()));
            }
            return Optional.of(JSON.readValue(response.body(), answer));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (!alive()) {
                return Optional.empty();
            }
            throw Failure.of(
                    "the keeper (process %d) does not answer"
                            .formatted(state.keeper().pid()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + state.port() + path))
                .header("Authorization", "Bearer " + state.secret());
    }
}
