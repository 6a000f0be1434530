package io.hotfleet.licensing.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.fleet.Minute;
import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import jakarta.validation.constraints.NotNull;

/// Facts of a machine that change at a minute; without a minute, now.
@JsonBody
record ChangeBody(
        @NotNull(message = "is missing.") MachineId machine,
        Minute at,
        @NotNull(message = "is missing.") ObjectNode facts)
        implements BodyRules {
    @Override
    public void check(Faults faults) {
        FactsIn.checkChanges(facts, faults.under("/facts"));
    }

    Inventory.Change change() {
        return new Inventory.Change(machine, at == null ? null : at.instant(), FactsIn.changes(facts));
    }
}
