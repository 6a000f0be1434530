package io.hotfleet.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hotfleet.simulator.client.Licensing.FactChange;
import io.hotfleet.simulator.client.Licensing.Fix;
import io.hotfleet.simulator.client.NodeReport.Outcome;
import io.hotfleet.simulator.client.Patch.Durations;
import io.hotfleet.simulator.client.Patch.FleetCluster;
import io.hotfleet.simulator.client.Patch.FleetMachine;
import io.hotfleet.simulator.client.Patch.Terms;
import io.hotfleet.simulator.client.Patch.TrackQuestion;
import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Policy;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.simulation.Fleets;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both services over HTTP, against a server that answers what the test has laid out, with the golden bodies.
class HttpServicesTest {
    private record Asked(String method, String path, JsonNode body) {}

    private record Answer(int status, String body) {}

    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;
    private Licensing licensing;
    private Patch patch;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        ServiceConfig config = new FixedLinkConfig(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofMillis(200));
        licensing = new HttpLicensing(config, Clock.systemUTC());
        patch = new HttpPatch(config, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aStepIsWrittenAndReadAsTheContractSays() throws IOException {
        answers.add(new Answer(200, golden("patch/step-response.json")));
        NodeReport report = new NodeReport(
                "web-001",
                1,
                minute("2025-01-14T18:34:00Z"),
                17,
                "KB5050009",
                Outcome.RESTARTED,
                null,
                null,
                0,
                1483,
                480,
                "running",
                0,
                0,
                0);

        Step.Answer answer = patch.step("r1-HOTPATCH", new Step(minute("2025-02-11T18:00:00Z"), 17, List.of(report)));

        assertThat(answer)
                .isEqualTo(new Step.Answer(
                        List.of(new Command(
                                18,
                                "sql-ag-01-1",
                                minute("2025-01-18T21:00:00Z"),
                                Command.Action.INSTALL,
                                "KB5050009",
                                false,
                                null,
                                true,
                                1)),
                        18,
                        false,
                        minute("2025-03-01T00:00:00Z")));
        assertThat(withoutNulls(asked.getFirst().body())).isEqualTo(withoutNulls(json("patch/step-request.json")));
        assertThat(asked.getFirst().path()).isEqualTo("/api/v1/fleets/r1-HOTPATCH/steps");
    }

    @Test
    void requestsAreThoseOfTheContract() throws IOException {
        for (int i = 0; i < 5; i++) {
            answers.add(new Answer(200, "{\"items\": []}"));
        }

        licensing.putFleet("f", Instant.parse("2024-12-31T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
        licensing.patchMachines(
                "f",
                List.of(new FactChange(
                        "legacy-01",
                        Instant.parse("2025-01-01T00:09:00Z"),
                        new FactChanges(Map.of("vbs", "running")))));
        patch.putClusters(
                "f",
                List.of(new FleetCluster(
                        "sql-ag-01",
                        "cloud",
                        List.of(new Cluster.ClusteredRole("generic", 4)),
                        new Window("saturday", "22:00", 6, "Europe/Berlin"),
                        List.of("sql-ag-01-1", "sql-ag-01-2", "sql-ag-01-3", "sql-ag-01-4"))));
        patch.putFixes("f", List.of("legacy-01"));
        patch.track(
                Instant.parse("2025-11-01T00:00:00Z"),
                List.of(),
                List.of(
                        new TrackQuestion("web-001", "windows-server-2025", "KB5070881", true),
                        new TrackQuestion("web-002", "windows-server-2025", null, true)));

        assertThat(asked.stream().map(Asked::body))
                .containsExactly(
                        json("licensing/put-fleet.json"),
                        json("licensing/patch-machines.json"),
                        json("patch/put-clusters.json"),
                        json("patch/put-fixes.json"),
                        json("patch/track-request.json"));
    }

    @Test
    void aFleetIsPutAsTheContractSays() throws IOException {
        answers.add(new Answer(200, "{}"));
        answers.add(new Answer(200, "{}"));
        Release row = Http.JSON.treeToValue(json("patch/put-fleet.json").at("/releases/0"), Release.class);
        Policy policy = Http.JSON.treeToValue(json("patch/put-fleet.json").at("/policy"), Policy.class);
        Durations durations = Http.JSON.treeToValue(json("patch/put-fleet.json").at("/assumptions"), Durations.class);

        patch.putFleet(
                "f",
                new Terms(
                        "HOTPATCH", YearMonth.of(2025, 1), YearMonth.of(2025, 12), 1, policy, durations, List.of(row)));
        patch.putMachines(
                "f",
                List.of(
                        new FleetMachine(
                                "sql-ag-01-1", "windows-server-2025", null, true, List.of(), "sql-ag-01", null),
                        new FleetMachine(
                                "web-001",
                                "windows-server-2025",
                                "KB5048794",
                                true,
                                List.of("wsus"),
                                null,
                                new Window("sunday", "02:00", 4, "Europe/Berlin"))));

        assertThat(withoutNulls(asked.get(0).body()).replace("1E+2", "100"))
                .isEqualTo(withoutNulls(json("patch/put-fleet.json")));
        assertThat(asked.get(1).body()).isEqualTo(json("patch/put-machines.json"));
    }

    @Test
    void answersAreThoseOfTheContract() throws IOException {
        answers.add(new Answer(200, golden("patch/summary.json")));
        answers.add(new Answer(200, golden("patch/slots.json")));
        answers.add(new Answer(200, golden("licensing/costs.json")));
        answers.add(new Answer(200, golden("licensing/fixes.json")));
        answers.add(new Answer(200, golden("licensing/eligibility-response.json")));

        assertThat(patch.summary("f").months().getFirst().hoursTo95Percent()).isEqualTo(new BigDecimal("0.7"));
        assertThat(patch.slots("windows-server-2025", YearMonth.of(2026, 6), YearMonth.of(2026, 7))
                        .open())
                .hasSize(2);
        assertThat(licensing
                        .costs("f", YearMonth.of(2025, 6), YearMonth.of(2025, 7), "dated")
                        .byMonth())
                .containsEntry("2025-07", new BigDecimal("1776.00"));
        assertThat(licensing.fixes("f", null).items())
                .containsExactly(new Fix(
                        "legacy-01",
                        new FactChanges(Map.of("optIn", true)),
                        new FactChanges(Map.of("vbs", "running"))));
        assertThat(licensing
                        .eligibility(Instant.EPOCH, List.of())
                        .getFirst()
                        .gates()
                        .getFirst()
                        .remedy())
                .isEqualTo("ENABLE_VBS");
    }

    @Test
    void factsTravelWithoutWhatIsNotKnown() {
        answers.add(new Answer(200, "{\"items\": []}"));

        licensing.eligibility(Instant.EPOCH, List.of(new Licensing.MachineFacts("m1", null, Fleets.facts(null, null))));

        assertThat(asked.getFirst().body().at("/machines/0/facts").has("vbs")).isFalse();
        assertThat(asked.getFirst().body().at("/machines/0/facts/optIn").asBoolean())
                .isTrue();
    }

    @Test
    void aServiceThatIsAwayForAMomentIsAskedAgain() {
        answers.add(new Answer(503, "{}"));
        answers.add(new Answer(500, "{}"));
        answers.add(new Answer(204, ""));

        patch.delete("f");

        assertThat(asked).hasSize(3);
    }

    @Test
    void aServiceThatStaysAwayIsNamedWithItsAddress() {
        for (int i = 0; i < 100; i++) {
            answers.add(new Answer(503, "{\"detail\": \"the buffer is full\"}"));
        }

        assertThatThrownBy(() -> patch.delete("f"))
                .isInstanceOf(ServiceUnavailable.class)
                .hasMessageContainingAll("patch-service at http://127.0.0.1:", "503 the buffer is full");
    }

    @Test
    void aRefusalIsFinal() {
        answers.add(
                new Answer(
                        400,
                        "{\"title\": \"No\", \"detail\": \"plan: dated\", \"errors\": [{\"parameter\": \"plan\", \"detail\": \"dated\"}]}"));

        assertThatThrownBy(() -> licensing.delete("f"))
                .isInstanceOf(CallRefused.class)
                .hasMessage("licensing-service refused DELETE fleets/f with 400: plan: dated");
        assertThat(asked).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                body.length == 0 ? null : Http.JSON.readTree(body)));
        Answer answer = answers.removeFirst();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("..", "contract").resolve(name));
    }

    private static JsonNode json(String name) throws IOException {
        return Http.JSON.readTree(golden(name));
    }

    /// An absent field and null mean the same.
    private static String withoutNulls(JsonNode node) {
        return node.toString().replaceAll(",?\"\\w+\":null", "");
    }

    private static long minute(String instant) {
        return Instant.parse(instant).getEpochSecond() / 60;
    }
}
