package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.Settings;
import io.hotfleet.clusternode.workload.LoadConfig;
import io.hotfleet.clusternode.workload.LoadGenerator;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Map;

/// Leads to any node that is there, as a Service does.
final class Front implements AutoCloseable {
    private final TestCluster cluster;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    Front(TestCluster cluster) {
        this.cluster = cluster;
        this.server = vertx.createHttpServer()
                .requestHandler(this::lead)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /// A client that comes through it, not started yet.
    LoadGenerator load(int sessions) {
        return new LoadGenerator(
                Settings.read(
                        LoadConfig.class,
                        Map.of(
                                "hotfleet.load.target",
                                address().toString(),
                                "hotfleet.load.sessions",
                                Integer.toString(sessions),
                                "hotfleet.load.patience",
                                "30s",
                                "hotfleet.load.port",
                                "0")),
                TestCluster.VERTX);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void lead(HttpServerRequest request) {
        String node = cluster.anyNode();
        request.response()
                .setStatusCode(307)
                .putHeader(
                        "Location",
                        cluster.address(node).resolve(request.path()).toString())
                .end();
    }
}
