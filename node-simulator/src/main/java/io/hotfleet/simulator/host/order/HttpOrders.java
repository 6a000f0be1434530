package io.hotfleet.simulator.host.order;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The live half of patch-service over HTTP. A call that fails is not repeated here: the node asks again by itself.
public final class HttpOrders implements Orders, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ORDERS_MAX = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI fleet;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /// @param service address of patch-service, without path
    public HttpOrders(URI service, String fleet) {
        this.fleet = service.resolve("/api/v1/fleets/" + fleet + "/");
    }

    @Override
    public Page after(long after) {
        return read(
                send(request("changes?after=" + after + "&limit=" + ORDERS_MAX).build()));
    }

    @Override
    public void alive(String machine) {
        post("heartbeats", List.of(Map.of("machine", machine)));
    }

    @Override
    public void report(Report report) {
        post("reports", List.of(report));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void post(String path, Object body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(fleet.resolve(path)).timeout(TIMEOUT).header("Accept", "application/json");
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new OrdersUnavailable(request.uri() + " answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new OrdersUnavailable(request.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrdersUnavailable("interrupted");
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("Our own records have a JSON form", e);
        }
    }

    private static Page read(byte[] body) {
        try {
            return JSON.readValue(body, Page.class);
        } catch (IOException e) {
            throw new OrdersUnavailable("The answer is no page of commands: " + e.getMessage());
        }
    }
}
