package io.hotfleet.licensing.onboarding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.fleet.Name;
import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;

/// The body with which a machine connects.
@JsonBody
record ConnectBody(
        @NotNull(message = "is missing.") @Name String hardwareId,
        @NotNull(message = "is missing.") MachineId machine,
        @Name String cluster,
        @NotNull(message = "is missing.") ObjectNode facts)
        implements BodyRules {
    /// Whoever holds a token must not enable what it is the owner's to enable.
    private static final Set<Fact> SWITCHES = EnumSet.of(Fact.LICENCE, Fact.OPT_IN);

    private static final String NOT_ITS_OWN =
            "is a switch that the fleet's owner turns; a machine does not tell it when it connects.";

    @Override
    public void check(Faults faults) {
        Faults ofFacts = faults.under("/facts");
        FactsIn.checkAll(facts, ofFacts);
        if (facts != null) {
            SWITCHES.stream()
                    .filter(fact -> !FactsIn.all(facts).isUnknown(fact))
                    .forEach(fact -> ofFacts.add("/" + fact.json(), NOT_ITS_OWN));
        }
    }

    Connection connection() {
        return new Connection(hardwareId, machine, cluster, FactsIn.all(facts).values());
    }
}
