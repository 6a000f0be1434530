package io.hotfleet.scenarios.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Service;
import io.hotfleet.scenarios.suite.LiveFleet;
import io.hotfleet.scenarios.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Eighty simulated nodes in twenty clusters, a live fleet of both patch-service and node-simulator.
final class SimulatedFleet {

    static final int CLUSTERS = 20;
    static final int NODES_A_CLUSTER = 4;
    static final int NODES = CLUSTERS * NODES_A_CLUSTER;
    private static final String ID = "stage-simulated";

    private final Suite suite;
    private final LiveFleet fleet;

    SimulatedFleet(Suite suite) {
        this.suite = suite;
        this.fleet = new LiveFleet(suite.api(Service.PATCH), ID);
    }

    /// What became of them.
    ///
    /// @param restarts by patch-service's count
    /// @param once nodes whose own history tells of one update with one restart
    /// @param nodesDownMax at once in a cluster
    record Ending(int nodes, int restarts, int once, int nodesDownMax, int quorumLosses) {}

    LiveFleet fleet() {
        return fleet;
    }

    void define() {
        fleet.define(Map.of(
                "strategy",
                "CUMULATIVE",
                "clock",
                Map.of("at", BaselineMonth.BEGIN, "factor", 0),
                "policy",
                Map.of("outOfBand", "none")));
        suite.api(Service.SIMULATOR).delete("/api/v1/fleets/" + ID);
        List<Map<String, ?>> clusters = new ArrayList<>();
        List<Map<String, ?>> machines = new ArrayList<>();
        for (int i = 0; i < CLUSTERS; i++) {
            String cluster = "cluster-%02d".formatted(i + 1);
            int first = i * NODES_A_CLUSTER + 1;
            List<String> nodes = IntStream.range(first, first + NODES_A_CLUSTER)
                    .mapToObj(SimulatedFleet::name)
                    .toList();
            clusters.add(Map.of("cluster", cluster, "witness", "cloud", "nodes", nodes));
            nodes.forEach(node -> machines.add(BaselineMonth.machine(node, cluster)));
        }
        fleet.enter(clusters, machines);
    }

    /// Both clocks begin to run, one after the other: what lies between them is a fleet's minute or two.
    ///
    /// @param factor fleet seconds in a second
    void begin(int factor) {
        suite.api(Service.SIMULATOR)
                .put(
                        "/api/v1/fleets/" + ID,
                        Map.of(
                                "seed",
                                7,
                                "from",
                                BaselineMonth.BEGIN,
                                "clock",
                                Map.of("mode", "live", "factor", factor),
                                "patchFleet",
                                ID,
                                "nodes",
                                List.of(Map.of(
                                        "names",
                                        "sim-[001-%03d]".formatted(NODES),
                                        "product",
                                        BaselineMonth.PRODUCT,
                                        "kb",
                                        BaselineMonth.KB_BEFORE,
                                        "shape",
                                        "core"))));
        fleet.pace(factor);
    }

    Ending ending() {
        JsonNode summary = fleet.summary();
        int once = 0;
        for (int i = 1; i <= NODES; i++) {
            JsonNode updates = suite.api(Service.SIMULATOR)
                    .get("/api/v1/fleets/%s/nodes/%s/updates".formatted(ID, name(i)))
                    .path("items");
            once += updates.size() == 1 && updates.get(0).path("restart").asBoolean() ? 1 : 0;
        }
        return new Ending(
                NODES,
                summary.path("restarts").asInt(),
                once,
                summary.path("maxNodesDownPerCluster").asInt(),
                summary.path("quorumLosses").asInt());
    }

    private static String name(int number) {
        return "sim-%03d".formatted(number);
    }
}
