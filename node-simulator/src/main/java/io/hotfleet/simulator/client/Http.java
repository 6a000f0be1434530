package io.hotfleet.simulator.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.node.kernel.Randoms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Blocking JSON calls to one service, repeated with growing pauses while it is away. Call it from virtual
/// threads.
///
/// Repeated are broken connections, time-outs, 429 and every 5xx; every other refusal is final. Pauses double
/// and are spread by half, so that callers who failed together do not come back together.
final class Http {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int DETAIL_CHARS_MAX = 500;

    private final HttpClient client;
    private final String service;
    private final URI address;
    private final ServiceConfig.Call limits;
    private final Clock clock;
    private final AtomicLong pauses = new AtomicLong();

    Http(String service, URI address, ServiceConfig.Call limits, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.timeout())
                .build();
        this.service = service;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
    }

    <T> T get(String path, Class<T> answer) {
        return read(send("GET", path, null), answer);
    }

    void put(String path, Object body) {
        send("PUT", path, bytes(body));
    }

    void patch(String path, Object body) {
        send("PATCH", path, bytes(body));
    }

    <T> T post(String path, Object body, Class<T> answer) {
        return read(send("POST", path, bytes(body)), answer);
    }

    /// A sum over a whole fleet: it takes as long as the fleet is large.
    <T> T sum(String path, Class<T> answer) {
        return read(send("GET", path, null, limits.wholeFleetTimeout()), answer);
    }

    void delete(String path) {
        send("DELETE", path, null, limits.wholeFleetTimeout());
    }

    /// One call, with its repetitions.
    ///
    /// @param path below `/api/v1/`
    /// @throws CallRefused where the service says that the call is wrong
    /// @throws ServiceUnavailable where patience ended
    byte[] send(String method, String path, byte[] body) {
        return send(method, path, body, limits.timeout());
    }

    private byte[] send(String method, String path, byte[] body, Duration timeout) {
        Instant end = clock.instant().plus(limits.patience());
        Duration pause = limits.firstPause();
        while (true) {
            String failure = null;
            try {
                HttpResponse<byte[]> answer =
                        client.send(request(method, path, body, timeout), BodyHandlers.ofByteArray());
                if (answer.statusCode() < 300) {
                    return answer.body();
                }
                String detail = detail(answer.body());
                if (answer.statusCode() < 500 && answer.statusCode() != TOO_MANY_REQUESTS) {
                    throw new CallRefused(service, method + " " + path, answer.statusCode(), detail);
                }
                failure = answer.statusCode() + " " + detail;
            } catch (IOException e) {
                failure = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
            } catch (InterruptedException e) {
                throw interrupted();
            }
            if (!clock.instant().plus(pause).isBefore(end)) {
                throw new ServiceUnavailable(service, address.toString(), failure);
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(limits.longestPause()) < 0
                    ? pause.multipliedBy(2)
                    : limits.longestPause();
        }
    }

    private HttpRequest request(String method, String path, byte[] body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                .timeout(timeout)
                .header("Accept", "application/json");
        if (body == null) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
    }

    private void rest(Duration pause) {
        double spread = 0.5 + Randoms.uniform(System.identityHashCode(this), pauses.incrementAndGet(), 0, 0);
        try {
            Thread.sleep(Duration.ofNanos((long) (pause.toNanos() * spread)));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("A call was interrupted");
    }

    /// The detail of a problem document, with the first field at fault; its title if there is no detail.
    private static String detail(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String whole = problem.path("detail").asText(problem.path("title").asText());
            return whole.length() <= DETAIL_CHARS_MAX ? whole : whole.substring(0, DETAIL_CHARS_MAX) + "…";
        } catch (IOException e) {
            return "no problem document in its answer";
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException("Our own records have a JSON form", e);
        }
    }

    private <T> T read(byte[] body, Class<T> answer) {
        try {
            return JSON.readValue(body, answer);
        } catch (IOException e) {
            throw new IllegalStateException(service + " answered something that is not " + answer.getSimpleName(), e);
        }
    }
}
