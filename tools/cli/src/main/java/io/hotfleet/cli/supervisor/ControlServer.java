package io.hotfleet.cli.supervisor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;

/// The supervisor's door on the loopback address, for those who know the secret.
///
/// | call | answer |
/// |---|---|
/// | `POST /lease` | events, one JSON object a line, until the caller goes; the first line names the lease |
/// | `POST /release?LEASE` | `true` if the stack ends with it |
/// | `POST /pin` | `true` if the stack now stays |
/// | `POST /lend?SERVICE` | the settings of a service that the caller runs from now on, then events until the caller
/// goes |
/// | `POST /stop` | at once; the stack ends |
/// | `GET /status` | `StackStatus` |
final class ControlServer implements AutoCloseable {

    private static final int SECRET_BYTES = 32;
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer http;
    private final String secret;
    private final Leases leases;
    private final Members members;
    private final EventLog events;

    private ControlServer(HttpServer http, String secret, Leases leases, Members members, EventLog events) {
        this.http = http;
        this.secret = secret;
        this.leases = leases;
        this.members = members;
        this.events = events;
    }

    static ControlServer start(Leases leases, Members members, EventLog events) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ControlServer server = new ControlServer(http, HexFormat.of().formatHex(secret), leases, members, events);
        server.route("/lease", server::lease);
        server.route(
                "/release",
                exchange -> answer(
                        exchange,
                        leases.release(Long.parseLong(exchange.getRequestURI().getQuery()))));
        server.route("/lend", server::lend);
        server.route("/pin", exchange -> answer(exchange, leases.pin()));
        server.route("/stop", exchange -> {
            answer(exchange, true);
            leases.stopAll();
        });
        server.route("/status", server::status);
        http.start();
        return server;
    }

    int port() {
        return http.getAddress().getPort();
    }

    String secret() {
        return secret;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void route(String path, HttpHandler handler) {
        http.createContext(path, exchange -> {
            try (exchange) {
                String given = exchange.getRequestHeaders().getFirst("Authorization");
                if (given == null || !MessageDigest.isEqual(bytes("Bearer " + secret), bytes(given))) {
                    exchange.sendResponseHeaders(401, -1);
                } else {
                    handler.handle(exchange);
                }
            }
        });
    }

    private void status(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                new StackStatus(
                        leases.pinned(), leases.count(), ProcessHandle.current().pid(), members.status()));
    }

    private void lease(HttpExchange exchange) throws IOException {
        int next = events.size();
        OptionalLong lease = leases.take();
        if (lease.isEmpty()) {
            exchange.sendResponseHeaders(409, -1);
            return;
        }
        try {
            tellEvents(exchange, Map.of("lease", lease.getAsLong()), next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leases.release(lease.getAsLong());
        }
    }

    private void lend(HttpExchange exchange) throws IOException {
        Service service = Service.valueOf(exchange.getRequestURI().getQuery());
        try {
            try {
                Map<String, String> settings = members.lend(service);
                tellEvents(exchange, settings, events.size());
            } finally {
                members.takeBack(service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the stack ends, or the caller does: then a write fails.
    private void tellEvents(HttpExchange exchange, Object firstLine, int from)
            throws IOException, InterruptedException {
        int next = from;
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        writeLine(out, firstLine);
        while (true) {
            StackEvent event = events.await(next, BEAT).orElse(new StackEvent(Kind.BEAT, ""));
            if (event.kind() != Kind.BEAT) {
                next++;
            }
            writeLine(out, event);
            if (event.kind() == Kind.STOPPING) {
                return;
            }
        }
    }

    private static void writeLine(OutputStream out, Object value) throws IOException {
        out.write(JSON.writeValueAsBytes(value));
        out.write('\n');
        out.flush();
    }

    private static void answer(HttpExchange exchange, Object value) throws IOException {
        byte[] body = JSON.writeValueAsBytes(value);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
