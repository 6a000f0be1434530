package io.hotfleet.licensing.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.fleet.Name;
import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A machine as it is told whole.
@JsonBody(key = "machine")
record MachineBody(
        @NotNull(message = "is missing.") MachineId machine,
        @Name String cluster,
        @Name String hardwareId,
        @NotNull(message = "is missing.") ObjectNode facts)
        implements BodyRules {
    @Override
    public void check(Faults faults) {
        FactsIn.checkAll(facts, faults.under("/facts"));
    }

    /// Equal facts of a batch become one object.
    static List<Inventory.Told> told(List<MachineBody> batch) {
        Map<Facts, Facts> distinct = new HashMap<>();
        return batch.stream()
                .map(item -> new Inventory.Told(
                        item.machine,
                        item.cluster,
                        item.hardwareId,
                        distinct.computeIfAbsent(FactsIn.all(item.facts), same -> same)))
                .toList();
    }
}
