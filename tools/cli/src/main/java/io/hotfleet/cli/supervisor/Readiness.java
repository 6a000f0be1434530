package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Asks services whether they are ready.
final class Readiness {

    private static final CompletableFuture<String> NOBODY_DIES = new CompletableFuture<>();

    private Readiness() {}

    static boolean isReady(Service service, String url) {
        return new ServiceClient(service.module(), url, NOBODY_DIES).answers("/q/health/ready");
    }

    /// Waits until the service is ready.
    ///
    /// @param tell takes a line now and then while it starts
    /// @throws Failure if it ends first, or comes to a standstill
    static void await(Service service, String url, Child child, Consumer<String> tell) {
        int port = URI.create(url).getPort();
        new ProgressWait(service.module() + " to be ready", child.activity(), WaitLimits.current(), tell).until(() -> {
            if (!child.alive()) {
                throw Failure.of(child.ending() + " (" + child.lastError() + ")");
            }
            // what answers there may be somebody else's
            return child.listensOn(port) && isReady(service, url);
        });
    }
}
