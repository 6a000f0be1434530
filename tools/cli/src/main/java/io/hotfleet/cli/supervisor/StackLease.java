package io.hotfleet.cli.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// The right to a running stack, for as long as it is open. The first of all users starts it, the last one ends it and
/// waits for that, unless it was told to stay.
public final class StackLease implements AutoCloseable {

    private static final int TRIES_MAX = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SupervisorClient supervisor;
    private final BufferedReader lines;
    private final long lease;
    private final Consumer<String> progress;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<String> died = new CompletableFuture<>();
    private Runnable parting = () -> {};
    private boolean closed;

    private StackLease(SupervisorClient supervisor, InputStream stream, Consumer<String> progress) throws IOException {
        this.supervisor = supervisor;
        this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.lease = JSON.readTree(lines.readLine()).path("lease").asLong();
        this.progress = progress;
        Thread.ofVirtual().start(this::listen);
    }

    /// Uses the stack that runs, or starts one; {@link #awaitReady()} comes next.
    ///
    /// @param progress is told what is being started, line by line
    public static StackLease take(Home home, PortPlan ports, Consumer<String> progress) {
        try {
            for (int tries = 0; tries < TRIES_MAX; tries++) {
                Optional<SupervisorClient> running = SupervisorClient.find(home);
                SupervisorClient supervisor =
                        running.isPresent() ? running.get() : SupervisorLaunch.start(home, ports, progress);
                Optional<InputStream> stream = supervisor.lease();
                if (stream.isPresent()) {
                    return new StackLease(supervisor, stream.get(), progress);
                }
                // it was just ending
                supervisor.awaitEnd();
            }
            throw Failure.of("the stack in %s is stopped again and again".formatted(home.folder()));
        } catch (IOException e) {
            throw Failure.of("the supervisor does not answer", e);
        }
    }

    /// @throws Failure if the stack cannot be started
    public StackLease awaitReady() {
        try {
            ready.get();
            return this;
        } catch (ExecutionException e) {
            throw Failure.of(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    public StackStatus status() {
        return supervisor.status().orElseThrow(() -> Failure.of("the stack was stopped"));
    }

    /// Completes with one line when a member ends, or when the stack is stopped by somebody else.
    public CompletableFuture<String> died() {
        return died;
    }

    /// Takes a service's place until the loan is closed.
    public Loan lend(Service service) {
        return supervisor.lend(service);
    }

    /// Makes the stack stay when this lease ends.
    public void pin() {
        if (!supervisor.pin()) {
            throw Failure.of("the stack is being stopped");
        }
    }

    /// What is to be done while the stack still runs, should the lease be closed now.
    public synchronized void beforeClose(Runnable action) {
        parting = action;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        parting.run();
        if (supervisor.alive() && supervisor.release(lease)) {
            supervisor.awaitEnd();
        }
    }

    private void listen() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = JSON.readTree(line);
                hear(
                        Kind.valueOf(event.path("kind").asText()),
                        event.path("text").asText());
            }
            end("the stack was stopped");
        } catch (IOException e) {
            end("the supervisor of the stack has ended");
        }
    }

    private void hear(Kind kind, String text) {
        switch (kind) {
            case PROGRESS -> progress.accept(text);
            case READY -> ready.complete(null);
            case FAILED -> ready.completeExceptionally(Failure.of(text));
            case DIED -> {
                // before the stack is ready the supervisor says more: FAILED
                if (ready.isDone()) {
                    died.complete(text);
                }
            }
            case STOPPING -> end("the stack was stopped");
            case BEAT -> {}
        }
    }

    private void end(String why) {
        ready.completeExceptionally(Failure.of(why));
        died.complete(why);
    }
}
