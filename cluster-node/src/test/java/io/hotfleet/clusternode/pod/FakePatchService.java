package io.hotfleet.clusternode.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Orders over HTTP as patch-service gives them, for one fleet; keeps the reports.
final class FakePatchService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> reports = Collections.synchronizedList(new ArrayList<>());
    final Set<String> alive = ConcurrentHashMap.newKeySet();
    /// Machines that the fleet does not have.
    final Set<String> strangers = ConcurrentHashMap.newKeySet();
    /// What the fleet tells of machines.
    final Map<String, JsonNode> known = new ConcurrentHashMap<>();
    final List<JsonNode> entered = Collections.synchronizedList(new ArrayList<>());
    final List<String> left = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger refusedBeats = new AtomicInteger();
    /// So many leaves are not answered as they should be.
    final AtomicInteger refusesLeaves = new AtomicInteger();
    final SignedPackages packages = new SignedPackages();
    private final List<ObjectNode> orders = Collections.synchronizedList(new ArrayList<>());
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    FakePatchService() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void order(String machine, String kb, String contents, boolean restart) {
        ObjectNode order = JSON.createObjectNode();
        order.put("id", orders.size() + 1);
        order.put("machine", machine);
        order.put("at", "2025-02-15T21:00:00Z");
        order.put("action", "INSTALL");
        order.put("kb", kb);
        order.put("package", contents);
        order.put("packageDigest", contents.equals("HOTPATCH") ? packages.digest(kb) : null);
        order.put("restart", restart);
        order.put("drainRoles", restart ? 1 : 0);
        order.put("reason", restart ? "BASELINE" : "HOTPATCH");
        orders.add(order);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/api/v1/fleets/f/changes" -> {
                long after = Long.parseLong(request.getParam("after"));
                ObjectNode page = JSON.createObjectNode();
                ArrayNode items = page.putArray("items");
                orders.stream()
                        .filter(order -> order.get("id").asLong() > after)
                        .forEach(items::add);
                page.put("next", orders.size());
                request.response().end(page.toString());
            }
            case "/api/v1/fleets/f/reports" -> take(request, reports::add);
            case "/api/v1/fleets/f/heartbeats" -> hear(request);
            case "/api/v1/fleets/f/machines" -> {
                if (request.method() == HttpMethod.GET) {
                    tell(request);
                } else {
                    take(request, this::enter);
                }
            }
            case "/api/v1/packages/trust" ->
                request.response().end(JSON.valueToTree(packages.trusted()).toString());
            default -> handOut(request);
        }
    }

    private void tell(HttpServerRequest request) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        String name = request.getParam("name");
        known.forEach((machine, told) -> {
            if (name == null || name.equals(machine)) {
                items.add(told);
            }
        });
        request.response().end(page.toString());
    }

    private void hear(HttpServerRequest request) {
        read(request, beats -> {
            String machine = beats.get(0).get("machine").asText();
            if (strangers.contains(machine)) {
                refusedBeats.incrementAndGet();
                request.response()
                        .setStatusCode(422)
                        .end("{\"type\": \"urn:hotfleet:problem:unknown-machine\", \"status\": 422}");
            } else {
                alive.add(machine);
                request.response().end("{\"received\": 1}");
            }
        });
    }

    private void enter(JsonNode machine) {
        strangers.remove(machine.get("machine").asText());
        entered.add(machine);
    }

    private void letGo(HttpServerRequest request, String machine) {
        if (refusesLeaves.getAndDecrement() > 0) {
            request.response().setStatusCode(503).end();
        } else {
            left.add(machine);
            known.remove(machine);
            request.response().setStatusCode(204).end();
        }
    }

    private void handOut(HttpServerRequest request) {
        String digest = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (request.method().equals(HttpMethod.DELETE)) {
            letGo(request, digest);
        } else if (request.path().startsWith("/api/v1/packages/")) {
            request.response().end(Buffer.buffer(packages.fetch(digest)));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static void take(HttpServerRequest request, Consumer<JsonNode> items) {
        read(request, body -> {
            body.forEach(items);
            request.response().end("{}");
        });
    }

    private static void read(HttpServerRequest request, Consumer<JsonNode> whole) {
        request.body().onSuccess(body -> {
            try {
                whole.accept(JSON.readTree(body.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
