package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.rest.Faults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the batches that tell of machines. Equal facts of a batch become one object.
final class MachineBodies {
    private MachineBodies() {}

    static List<Inventory.Told> told(byte[] body) {
        Faults faults = new Faults();
        Map<Facts, Facts> distinct = new HashMap<>();
        Set<String> names = new HashSet<>();
        List<Inventory.Told> told = new ArrayList<>();
        for (ObjectIn item : JsonIn.batch(body, faults)) {
            String machine = item.requiredName("machine");
            if (!names.add(machine)) {
                item.fault("machine", "'" + machine + "' is told twice in this batch.");
            }
            String cluster = item.name("cluster").orElse(null);
            String hardwareId = item.name("hardwareId").orElse(null);
            Facts facts = FactsIn.all(item, "facts");
            item.end();
            told.add(new Inventory.Told(machine, cluster, hardwareId, distinct.computeIfAbsent(facts, same -> same)));
        }
        faults.throwIfAny();
        return told;
    }

    static List<Inventory.Change> changes(byte[] body) {
        Faults faults = new Faults();
        List<Inventory.Change> changes = new ArrayList<>();
        for (ObjectIn item : JsonIn.batch(body, faults)) {
            String machine = item.requiredName("machine");
            Instant at = item.minute("at").orElse(null);
            Map<Fact, String> facts = FactsIn.changes(item, "facts");
            item.end();
            changes.add(new Inventory.Change(machine, at, facts));
        }
        faults.throwIfAny();
        return changes;
    }
}
