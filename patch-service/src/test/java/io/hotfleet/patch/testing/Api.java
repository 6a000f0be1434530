package io.hotfleet.patch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The service under test, over HTTP.
public final class Api {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Api() {}

    public record Answer(int status, JsonNode body) {
        public JsonNode ok() {
            assertThat(status).as("status of %s", body).isBetween(200, 299);
            return body;
        }
    }

    public static Answer call(String method, String path, String body) {
        return call(method, path, "application/json", body);
    }

    /// A batch as NDJSON: one item a line.
    public static Answer lines(String method, String path, String... items) {
        return call(method, path, "application/x-ndjson", String.join("\n", items) + "\n");
    }

    private static Answer call(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(RestAssured.port, path)))
                .header("Content-Type", type)
                .timeout(WAIT_MAX)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().isEmpty() ? null : tree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Answer put(String path, Object body) {
        return call("PUT", path, text(body));
    }

    public static Answer post(String path, Object body) {
        return call("POST", path, text(body));
    }

    public static JsonNode get(String path) {
        return call("GET", path, null).ok();
    }

    public static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
