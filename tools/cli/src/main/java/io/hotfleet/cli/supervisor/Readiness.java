package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks services whether they are ready.
final class Readiness {

    static final Duration READY_MAX = Duration.ofSeconds(120);

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final long POLL_MS = 25;

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
    /// @throws Failure if it ends first, or takes too long
    void await(String name, String url, Child child) throws InterruptedException {
        long start = System.nanoTime();
        int port = URI.create(url).getPort();
        // what answers there may be somebody else's
        while (!(child.listensOn(port) && isReady(url))) {
            if (!child.alive()) {
                throw Failure.of(child.ending() + " (" + child.lastError() + ")");
            }
            if (System.nanoTime() - start > READY_MAX.toNanos()) {
                throw Failure.of(
                        "%s is not ready after %d s (%s)".formatted(name, READY_MAX.toSeconds(), child.lastError()));
            }
            Thread.sleep(POLL_MS);
        }
    }
}
