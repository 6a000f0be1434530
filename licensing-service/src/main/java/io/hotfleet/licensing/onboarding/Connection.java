package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What a machine says of itself when it connects.
record Connection(String hardwareId, String machine, String cluster, Map<Fact, String> facts) {
    /// Whoever holds a token must not enable what it is the owner's to enable.
    private static final Set<Fact> SWITCHES = EnumSet.of(Fact.LICENCE, Fact.OPT_IN);

    private static final String NOT_ITS_OWN =
            "is a switch that the fleet's owner turns; a machine does not tell it when it connects.";

    static Connection read(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        String hardwareId = request.requiredName("hardwareId");
        String machine = request.requiredName("machine");
        String cluster = request.name("cluster").orElse(null);
        Map<Fact, String> facts = FactsIn.all(request, "facts").values();
        SWITCHES.stream().filter(facts::containsKey).forEach(fact -> request.faults()
                .add("/facts/" + fact.json(), NOT_ITS_OWN));
        request.end();
        request.faults().throwIfAny();
        return new Connection(hardwareId, machine, cluster, facts);
    }
}
