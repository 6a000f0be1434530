package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import java.util.Map;

/// What a machine says of itself when it connects.
record Connection(String hardwareId, String machine, String cluster, Map<Fact, String> facts) {
    static Connection read(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        String hardwareId = request.requiredName("hardwareId");
        String machine = request.requiredName("machine");
        String cluster = request.name("cluster").orElse(null);
        Map<Fact, String> facts = FactsIn.all(request, "facts").values();
        request.end();
        request.faults().throwIfAny();
        return new Connection(hardwareId, machine, cluster, facts);
    }
}
