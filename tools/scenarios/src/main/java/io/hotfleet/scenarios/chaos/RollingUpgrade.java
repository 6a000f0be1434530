package io.hotfleet.scenarios.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.kubernetes.PodCluster.Seen;
import io.hotfleet.scenarios.kubernetes.Workload;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A rolling upgrade of all three services, while rehearsals are played one after another and both rollouts run.
final class RollingUpgrade implements Disturbance {

    private static final Duration BEGIN = Duration.ofSeconds(10);
    private static final List<String> ASKED = List.of("licensing", "patch", "simulator");
    private static final String FLEET = """
            {"fleet": "upgraded", "defaults": {"product": "windows-server-2025"},
             "clusters": [{"name": "sql-ag-01", "nodes": 4}], "servers": [{"name": "web-[001-120]"}]}""";

    private final Suite suite;
    private final BaselineMonth baseline;
    private final List<byte[]> reports = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    /// What the clients of the services had seen when the upgrade began.
    private final Map<String, Seen> before = new LinkedHashMap<>();
    private boolean asks;
    private boolean begun;
    private boolean upgraded;
    private String rehearsal;

    RollingUpgrade(BaselineMonth baseline) {
        this.baseline = baseline;
        this.suite = baseline.suite();
    }

    @Override
    public void turn(Duration since) {
        if (!asks) {
            Workload probe = suite.namespace().deployment("probe");
            probe.restart();
            probe.awaitRollout();
            asks = true;
        }
        rehearse();
        if (!begun && since.compareTo(BEGIN) >= 0) {
            Messages.print("rolling all three services over");
            ASKED.forEach(service -> before.put(service, seen(service)));
            suite.services().forEach(Workload::restart);
            begun = true;
        } else if (begun && !upgraded) {
            upgraded = suite.services().stream().allMatch(Workload::isRolledOut);
        }
    }

    /// One rehearsal more than the upgrade met.
    @Override
    public boolean isOver() {
        return upgraded && rehearsal == null;
    }

    @Override
    public void judge(Outcome outcome) {
        ASKED.forEach(service -> {
            Seen seen = seen(service);
            long requests = seen.requests() - before.get(service).requests();
            long failed = seen.requestsFailed() - before.get(service).requestsFailed();
            outcome.note("requests to %s from the upgrade's beginning on: %,d, %,d failed"
                    .formatted(service, requests, failed));
            if (failed > 0) {
                outcome.note("attempts at %s without an answer since the probe began: %s"
                        .formatted(service, seen.unanswered()));
            }
            outcome.promise("the upgrade fails no request to " + service, requests > 0 && failed == 0);
        });
        outcome.note("rehearsals during the upgrade: %d".formatted(reports.size() + failures.size()));
        failures.forEach(failure -> outcome.note("a rehearsal failed: " + failure));
        outcome.promise("no rehearsal fails", failures.isEmpty() && !reports.isEmpty());
        outcome.promise(
                "all reports are the same, byte for byte",
                reports.stream().allMatch(report -> Arrays.equals(report, reports.getFirst())));
    }

    private Seen seen(String service) {
        return baseline.cluster().seenBy("app=probe", service);
    }

    private void rehearse() {
        if (rehearsal == null) {
            if (!upgraded) {
                begin();
            }
            return;
        }
        JsonNode now = suite.api(Service.SIMULATOR).get("/api/v1/rehearsals/" + rehearsal);
        switch (now.path("state").asText()) {
            case "DONE" -> {
                reports.add(suite.api(Service.SIMULATOR)
                        .bytes("/api/v1/rehearsals/" + rehearsal + "/report", "application/json"));
                rehearsal = null;
            }
            case "FAILED", "CANCELLED" -> {
                failures.add(now.path("reason").asText());
                rehearsal = null;
            }
            default -> {
                // it goes on
            }
        }
    }

    private void begin() {
        String boundary = "part";
        String body = """
                --part\r
                Content-Disposition: form-data; name="files"; filename="fleet.json"\r
                Content-Type: application/json\r
                \r
                %s\r
                --part--\r
                """.formatted(FLEET);
        rehearsal = suite.api(Service.SIMULATOR)
                .post(
                        "/api/v1/rehearsals",
                        Map.of(
                                "Content-Type",
                                "multipart/form-data; boundary=" + boundary,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        body.getBytes(StandardCharsets.UTF_8))
                .path("id")
                .asText();
    }
}
