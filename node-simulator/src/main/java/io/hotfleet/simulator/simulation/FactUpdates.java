package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Batches;
import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Licensing.FactChange;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.inventory.FactChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Facts that change while the play runs, on their way into licensing-service, and the entitlements that follow
/// from them, on their way into patch-service. All that has gathered is handed over before the next exchange.
final class FactUpdates {
    private final String fleet;
    private final Licensing licensing;
    private final Patch patch;
    private final List<FactChange> waiting = new ArrayList<>();

    FactUpdates(String fleet, Licensing licensing, Patch patch) {
        this.fleet = fleet;
        this.licensing = licensing;
        this.patch = patch;
    }

    void add(String machine, long minute, FactChanges facts) {
        waiting.add(new FactChange(machine, Instant.ofEpochSecond(minute * 60), facts));
    }

    void handOver() {
        for (List<FactChange> batch : Batches.of(waiting, Licensing.BATCH_MAX)) {
            licensing.patchMachines(fleet, batch);
            List<String> machines =
                    batch.stream().map(FactChange::machine).distinct().toList();
            patch.putEntitlements(
                    fleet, licensing.entitlementsOf(fleet, machines).jws());
        }
        waiting.clear();
    }
}
