package io.hotfleet.cli.command;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.supervisor.RunningStack;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Where the work is done: on a stack of this machine, or by a node-simulator that is deployed somewhere.
final class ServerOption {

    // a pod is there again well before that
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "a deployed node-simulator, such as http://127.0.0.1:8083; else a stack is started here")
    private String server;

    /// A connection to node-simulator.
    ///
    /// @param ifInterrupted takes what is to be done should the work be interrupted from then on
    record Session(Simulator simulator, Consumer<Runnable> ifInterrupted) {}

    void use(boolean quiet, Consumer<Session> work) {
        if (server == null) {
            RunningStack.use(quiet, lease -> {
                ServiceClient client = new ServiceClient(
                        Service.SIMULATOR.module(), lease.status().url(Service.SIMULATOR), lease.died());
                work.accept(new Session(new Simulator(client), lease::beforeClose));
                return null;
            });
        } else {
            useServer(work);
        }
    }

    /// Refuses an address that is none, before anything else is done.
    void check() {
        if (server != null && !isAddress(server)) {
            throw Failure.badInput("--server '%s' is not an address like http://127.0.0.1:8083".formatted(server));
        }
    }

    private void useServer(Consumer<Session> work) {
        AtomicReference<Runnable> parting = new AtomicReference<>(() -> {});
        Thread whenEnded = new Thread(() -> {
            Messages.mute();
            parting.get().run();
        });
        Runtime.getRuntime().addShutdownHook(whenEnded);
        ServiceClient client =
                ServiceClient.deployed(Service.SIMULATOR.module(), server.replaceAll("/+$", ""), PATIENCE);
        work.accept(new Session(new Simulator(client), parting::set));
        parting.set(() -> {});
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
