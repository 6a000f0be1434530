package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.election.OwnerBeat;
import io.hotfleet.clusternode.election.VoteRequest;
import io.hotfleet.clusternode.pod.Peers.SeatAsk;
import io.hotfleet.clusternode.pod.Peers.TakeOver;
import io.hotfleet.clusternode.pod.Peers.TakenOver;
import io.hotfleet.clusternode.workload.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a node answers over HTTP: probes, peers, clients of the role, and whoever wants to look.
final class HttpEndpoints implements AutoCloseable {
    private static final int OK = 200;
    private static final int ELSEWHERE = 307;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_NOW = 503;
    private static final int BODY_BYTES_MAX = 65_536;

    private final LocalNode host;
    private final ClusterProtocol cluster;
    private final Peers peers;
    private final Sessions sessions;
    private final NodeStatus view;
    /// Null until it is opened.
    private HttpServer server;

    HttpEndpoints(LocalNode host, ClusterProtocol cluster, Peers peers, Sessions sessions, NodeStatus view) {
        this.host = host;
        this.cluster = cluster;
        this.peers = peers;
        this.sessions = sessions;
        this.view = view;
    }

    /// @return the port, where 0 asked for any
    int open(Vertx vertx, int port) {
        HttpServerOptions options = new HttpServerOptions().setHost("0.0.0.0").setPort(port);
        server = vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/q/health/live", "/q/health/started" -> health(request.response(), true);
            case "/q/health/ready" -> health(request.response(), view.isReady());
            case "/node" -> json(request.response(), OK, view.show());
            case "/work/request" -> work(request, () -> json(request.response(), OK, view.served()));
            case "/work/session" -> work(request, () -> session(request.response()));
            case "/cluster/beat" -> peer(request, OwnerBeat.class, cluster::hear);
            case "/cluster/vote" -> peer(request, VoteRequest.class, cluster::judge);
            case "/cluster/seat" -> peer(request, SeatAsk.class, cluster::seat);
            case "/cluster/takeover" -> peer(request, TakeOver.class, ask -> new TakenOver(cluster.takeOver(ask)));
            default -> request.response().setStatusCode(NOT_FOUND).end();
        }
    }

    private void health(HttpServerResponse response, boolean up) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", up ? "UP" : "DOWN");
        health.put("checks", new Object[] {view.check(up)});
        json(response, up ? OK : NOT_NOW, health);
    }

    /// The role's owner serves; any other node knows where to go, or asks for patience.
    private void work(HttpServerRequest request, Runnable serve) {
        if (host.serves()) {
            serve.run();
            return;
        }
        Optional<String> owner = host.owner().filter(node -> !node.equals(host.name()));
        HttpServerResponse response = request.response();
        if (owner.isPresent() && !host.phase().isSilent()) {
            response.setStatusCode(ELSEWHERE)
                    .putHeader(
                            "Location",
                            peers.address(owner.get()).resolve(request.path()).toString())
                    .end();
        } else {
            response.setStatusCode(NOT_NOW).putHeader("Retry-After", "1").end();
        }
    }

    private void session(HttpServerResponse response) {
        if (!sessions.open(response)) {
            response.setStatusCode(NOT_NOW).putHeader("Retry-After", "1").end();
        }
    }

    /// Votes wait for the disk, so they leave the event loop.
    private <T> void peer(HttpServerRequest request, Class<T> type, Function<T, Object> answer) {
        if (host.phase().isSilent()) {
            request.response().setStatusCode(NOT_NOW).end();
            return;
        }
        request.body()
                .onSuccess(body -> Thread.startVirtualThread(() -> {
                    Optional<T> asked = read(body, type);
                    if (asked.isPresent()) {
                        json(request.response(), OK, answer.apply(asked.get()));
                    } else {
                        request.response().setStatusCode(BAD_REQUEST).end();
                    }
                }));
    }

    private static <T> Optional<T> read(Buffer body, Class<T> type) {
        try {
            return body.length() > BODY_BYTES_MAX
                    ? Optional.empty()
                    : Optional.of(Peers.JSON.readValue(body.getBytes(), type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void json(HttpServerResponse response, int status, Object body) {
        try {
            Buffer bytes = Buffer.buffer(Peers.JSON.writeValueAsBytes(body));
            response.setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Our own records have a JSON form", e);
        }
    }
}
