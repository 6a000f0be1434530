package io.hotfleet.patch.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Signer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A live fleet of one product whose nodes do at once what they are told.
final class LiveFleetDriver {
    private static final String PRODUCT = "windows-server-2025";

    private final String id;
    private final Map<String, Integer> seqs = new HashMap<>();
    private long cursor;

    /// @param body what the fleet is told
    LiveFleetDriver(String body) {
        this.id = "live-" + UUID.randomUUID();
        Api.put(path(""), body).ok();
    }

    String path(String below) {
        return "fleets/" + id + below;
    }

    LiveFleetDriver cluster(String name, int nodes, String window) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            names.add(name + "-" + i);
        }
        Api.put(path("/clusters"), """
                [{"cluster": "%s", "witness": "none", "window": %s, "nodes": %s}]""".formatted(name, window, Api.text(names))).ok();
        return machines(name, names);
    }

    LiveFleetDriver machines(String cluster, List<String> names) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> body = new HashMap<>(Map.of("machine", name, "product", PRODUCT, "kb", "KB5048667"));
            body.put("cluster", cluster);
            bodies.add(body);
        }
        Api.put(path("/machines"), bodies).ok();
        return this;
    }

    /// All gates pass.
    LiveFleetDriver entitled(List<String> names) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String name : names) {
            items.add(Map.of("machine", name, "hotpatch", true, "gates", List.of(), "from", "2020-01-01T00:00:00Z"));
        }
        String claims = Api.text(Map.of(
                "iss", "hotfleet-licensing", "fleet", id, "validUntil", "2030-01-01T00:00:00Z", "entitlements", items));
        Api.put(path("/entitlements"), Map.of("jws", Signer.sign(claims))).ok();
        return this;
    }

    void beat(String... machines) {
        List<Map<String, String>> beats = new ArrayList<>();
        for (String machine : machines) {
            beats.add(Map.of("machine", machine));
        }
        Api.post(path("/heartbeats"), beats).ok();
    }

    /// Commands since the last call.
    List<JsonNode> commands() {
        List<JsonNode> commands = new ArrayList<>();
        Api.get(path("/changes?after=" + cursor)).get("items").forEach(commands::add);
        if (!commands.isEmpty()) {
            cursor = commands.getLast().get("id").asLong();
        }
        return commands;
    }

    /// The next machine of this name counts its reports anew.
    int leave(String machine) {
        seqs.remove(machine);
        return Api.call("DELETE", path("/machines/" + machine), null).status();
    }

    void done(JsonNode command) {
        boolean restart = command.get("restart").asBoolean();
        report(command, restart ? "RESTARTED" : "INSTALLED", restart ? 8 : 0);
    }

    void failed(JsonNode command) {
        report(command, "FAILED", 0);
    }

    void gone(String machine) {
        Map<String, Object> report =
                Map.of("machine", machine, "seq", seqs.merge(machine, 1, Integer::sum), "outcome", "OFFLINE");
        Api.post(path("/reports"), List.of(report)).ok();
    }

    private void report(JsonNode command, String outcome, int downSeconds) {
        String machine = command.get("machine").asText();
        Map<String, Object> report = new HashMap<>();
        report.put("machine", machine);
        report.put("seq", seqs.merge(machine, 1, Integer::sum));
        report.put("command", command.get("id").asLong());
        report.put("kb", command.get("kb").asText());
        report.put("outcome", outcome);
        report.put("downSeconds", downSeconds);
        Api.post(path("/reports"), List.of(report)).ok();
    }

    JsonNode rollouts() {
        return Api.get(path("/rollouts")).get("items");
    }

    JsonNode machines() {
        return Api.get(path("/machines")).get("items");
    }

    void remove() {
        Api.call("DELETE", path(""), null);
    }
}
