package io.hotfleet.cli.supervisor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.Http;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Speaks to the supervisor of a home.
public final class SupervisorClient {

    private static final Duration ANSWER_MAX = WaitLimits.current().idle();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SupervisorState state;
    private final Path log;

    private SupervisorClient(SupervisorState state, Path log) {
        this.state = state;
        this.log = log;
    }

    /// The supervisor that runs for this home, if one does.
    public static Optional<SupervisorClient> find(Home home) {
        return SupervisorState.read(home).map(state -> new SupervisorClient(state, home.log("supervisor")));
    }

    /// The stack's members; nothing if the supervisor has just ended.
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
    Optional<InputStream> lease() {
        try {
            // no time-out: the stream lasts as long as the command
            HttpResponse<InputStream> response =
                    Http.send(request("/lease").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Takes a service's place until the loan is closed.
    public Loan lend(Service service) {
        try {
            HttpResponse<InputStream> response = Http.send(
                    request("/lend?" + service).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw Failure.of("the supervisor keeps " + service.module());
            }
            return new Loan(response.body());
        } catch (IOException e) {
            throw Failure.of("the supervisor does not answer", e);
        }
    }

    /// Ends the stack and waits for it. A supervisor that does not end is killed: its watchdog then ends the members.
    public void stop() {
        call("POST", "/stop", Boolean.class);
        if (!awaitEnd()) {
            state.supervisor().kill();
            awaitEnd();
        }
    }

    /// Waits until the supervisor is gone.
    boolean awaitEnd() {
        return new ProgressWait("the stack to end", state.supervisor().activity(log)).comesAbout(() -> !alive());
    }

    boolean alive() {
        return state.supervisor().alive();
    }

    private <T> Optional<T> call(String method, String path, Class<T> answer) {
        try {
            HttpResponse<byte[]> response = Http.send(
                    request(path)
                            .timeout(ANSWER_MAX)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw Failure.of("the supervisor (process %d) answers %d"
                        .formatted(state.supervisor().pid(), response.statusCode()));
            }
            return Optional.of(JSON.readValue(response.body(), answer));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (!alive()) {
                return Optional.empty();
            }
            throw Failure.of(
                    "the supervisor (process %d) does not answer"
                            .formatted(state.supervisor().pid()),
                    e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + state.port() + path))
                .header("Authorization", "Bearer " + state.secret());
    }
}
