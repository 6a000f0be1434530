package io.hotfleet.clusternode.agent;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.util.Optional;

/// The live half of patch-service over HTTP. A call that fails is not repeated here: the node asks again by itself.
public final class HttpPatchService implements PatchService, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ORDERS_MAX = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final String UNKNOWN = "urn:hotfleet:problem:unknown-machine";

    private final URI fleet;
    private final URI packages;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    @RegisterForReflection(registerFullHierarchy = true)
    private record Problem(String type) {}

    private record Name(String machine) {}

    @RegisterForReflection(registerFullHierarchy = true)
    private record Names(List<Name> items) {}

    @RegisterForReflection(registerFullHierarchy = true)
    private record Formers(List<LastReport> items) {}

    /// @param service address of patch-service, without path
    public HttpPatchService(URI service, String fleet) {
        this.fleet = service.resolve("/api/v1/fleets/" + fleet + "/");
        this.packages = service.resolve("/api/v1/packages/");
    }

    @Override
    public Page after(long after) {
        return read(body(exchange(get(fleet.resolve("changes?after=" + after + "&limit=" + ORDERS_MAX)))), Page.class);
    }

    @Override
    public boolean alive(String machine) {
        HttpResponse<byte[]> answer = send("POST", "heartbeats", List.of(Map.of("machine", machine)));
        boolean known = answer.statusCode() != UNPROCESSABLE
                || !UNKNOWN.equals(read(answer.body(), Problem.class).type());
        if (known) {
            body(answer);
        }
        return known;
    }

    @Override
    public Optional<LastReport> former(String machine) {
        HttpResponse<byte[]> answer = exchange(get(fleet.resolve("machines?name=" + machine)));
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : read(body(answer), Formers.class).items().stream().findFirst();
    }

    @Override
    public List<String> named(String prefix) {
        HttpResponse<byte[]> answer = exchange(get(fleet.resolve("machines?limit=1000&after=" + prefix)));
        return answer.statusCode() == NOT_FOUND
                ? List.of()
                : read(body(answer), Names.class).items().stream()
                        .map(Name::machine)
                        .filter(name -> name.startsWith(prefix))
                        .toList();
    }

    @Override
    public void enter(MachineRegistration entry) {
        body(send("PUT", "machines", List.of(entry)));
    }

    @Override
    public void leave(String machine) {
        HttpResponse<byte[]> answer =
                exchange(request(fleet.resolve("machines/" + machine)).DELETE().build());
        // a fleet that is gone has nobody
        if (answer.statusCode() != NOT_FOUND) {
            body(answer);
        }
    }

    @Override
    public void report(UpdateReport report) {
        body(send("POST", "reports", List.of(report)));
    }

    @Override
    public Optional<byte[]> fetch(String digest) {
        HttpResponse<byte[]> answer = exchange(get(packages.resolve("./" + digest)));
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body(answer));
    }

    @Override
    public Trusted trusted() {
        return read(body(exchange(get(packages.resolve("trust")))), Trusted.class);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<byte[]> send(String method, String path, Object body) {
        return exchange(request(fleet.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(bytes(body)))
                .build());
    }

    private static HttpRequest get(URI address) {
        return request(address).build();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Accept", "application/json");
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new PatchServiceUnavailable(request.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PatchServiceUnavailable("interrupted");
        }
    }

    private static byte[] body(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw new PatchServiceUnavailable(answer.uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("Our own records have a JSON form", e);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (IOException e) {
            throw new PatchServiceUnavailable("The answer is no " + type.getSimpleName() + ": " + e.getMessage());
        }
    }
}
