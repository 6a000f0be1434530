package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/// Asks services whether they are ready.
final class Readiness {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();

    boolean isReady(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(ANSWER_MAX)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// Waits until the service is ready.
    ///
    /// @param tell takes a line now and then while it starts
    /// @throws Failure if it ends first, or comes to a standstill
    void await(String name, String url, Child child, Consumer<String> tell) {
        int port = URI.create(url).getPort();
        new ProgressWait(name + " to be ready", child.activity(), WaitLimits.current(), tell).until(() -> {
            if (!child.alive()) {
                throw Failure.of(child.ending() + " (" + child.lastError() + ")");
            }
            // what answers there may be somebody else's
            return child.listensOn(port) && isReady(url);
        });
    }
}
