package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.client.Backoff;
import io.hotfleet.cli.client.Http;
import io.hotfleet.cli.process.ProgressWait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// One of the suite's services, called from outside. Pods come and go in scenarios, so a call that nobody answers, or
/// that is answered with "not now", is repeated; every call may be.
public final class ServiceApi implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Set<Integer> NOT_NOW = Set.of(502, 503, 504);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;
    private final PortForward forward;

    public ServiceApi(KubernetesNamespace namespace, String service) {
        this.service = service;
        this.forward = new PortForward(namespace, service);
    }

    /// What is sent, in a form that can be sent again.
    private record Call(String method, String path, Map<String, String> headers, byte[] body) {

        HttpRequest request(URI root) {
            BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
            HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                    .timeout(ANSWER_MAX)
                    .method(method, content);
            headers.forEach(request::header);
            return request.build();
        }
    }

    public JsonNode get(String path) {
        return parse(send(new Call("GET", path, Map.of("Accept", "application/json"), null)));
    }

    /// The bytes of an answer as the service gave it.
    public byte[] bytes(String path, String mediaType) {
        return send(new Call("GET", path, Map.of("Accept", mediaType), null));
    }

    public JsonNode put(String path, Object body) {
        return json("PUT", path, body);
    }

    public JsonNode post(String path, Object body) {
        return json("POST", path, body);
    }

    /// @param headers with `Content-Type`
    public JsonNode post(String path, Map<String, String> headers, byte[] body) {
        return parse(send(new Call("POST", path, headers, body)));
    }

    public void delete(String path) {
        send(new Call("DELETE", path, Map.of(), null));
    }

    @Override
    public void close() {
        forward.close();
    }

    private JsonNode json(String method, String path, Object body) {
        try {
            byte[] text = JSON.writeValueAsBytes(body);
            byte[] answer = send(new Call(method, path, Map.of("Content-Type", "application/json"), text));
            return answer.length == 0 ? JSON.missingNode() : parse(answer);
        } catch (JsonProcessingException e) {
            throw Failure.of("what is sent has no JSON form", e);
        }
    }

    private static JsonNode parse(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw Failure.of("the answer is not JSON", e);
        }
    }

    private byte[] send(Call call) {
        Backoff backoff = new Backoff(LONGEST);
        while (true) {
            String why;
            try {
                HttpResponse<byte[]> answer = Http.send(call.request(forward.address()), BodyHandlers.ofByteArray());
                if (answer.statusCode() < 300) {
                    return answer.body();
                }
                why = "answers %d: %s".formatted(answer.statusCode(), new String(answer.body()));
                if (!NOT_NOW.contains(answer.statusCode())) {
                    throw Failure.of("%s of %s %s".formatted(call.method() + " " + call.path(), service, why));
                }
            } catch (IOException e) {
                why = "does not answer: " + e.getMessage();
                forward.close();
            }
            if (!backoff.allowsAnother()) {
                throw Failure.of("%s of %s %s, for %d s".formatted(call.path(), service, why, LONGEST.toSeconds()));
            }
            ProgressWait.pause(backoff.next());
        }
    }
}
