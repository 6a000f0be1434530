package io.hotfleet.clusternode.pod;

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
import java.util.concurrent.CompletableFuture;

/// A client of the role, that follows to wherever it is sent.
final class Client implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    int status(URI node, String path) {
        try {
            return http.send(request(node, path), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String body(URI node, String path) throws IOException, InterruptedException {
        return http.send(request(node, path), BodyHandlers.ofString()).body();
    }

    /// @return the last line of the session, once it has ended
    CompletableFuture<String> session(URI node) throws IOException, InterruptedException {
        HttpResponse<InputStream> session =
                http.send(HttpRequest.newBuilder(node.resolve("/work/session")).build(), BodyHandlers.ofInputStream());
        if (session.statusCode() != 200) {
            throw new IOException("A session is answered " + session.statusCode());
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(session.body(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        CompletableFuture<String> last = new CompletableFuture<>();
        Thread.startVirtualThread(() -> last.complete(lastLine(lines, first)));
        return last;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static String lastLine(BufferedReader lines, String first) {
        String last = first;
        try {
            for (String line = first; line != null; line = lines.readLine()) {
                last = line;
            }
            return last;
        } catch (IOException e) {
            return "broken after " + last;
        }
    }

    private static HttpRequest request(URI node, String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .build();
    }
}
