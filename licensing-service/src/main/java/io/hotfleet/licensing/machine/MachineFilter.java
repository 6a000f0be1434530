package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.Status;
import io.hotfleet.licensing.eligibility.Verdict;
import jakarta.ws.rs.QueryParam;

/// Which machines of a fleet a list shows. A gate is that which does not pass, first or not.
final class MachineFilter {
    @QueryParam("status")
    Status status;

    @QueryParam("gate")
    Gate gate;

    @QueryParam("product")
    String product;

    @QueryParam("cluster")
    String cluster;

    String cluster() {
        return cluster;
    }

    boolean isEmpty() {
        return status == null && gate == null && product == null && cluster == null;
    }

    boolean accepts(Facts facts) {
        if (product != null && !facts.is(Fact.PRODUCT, product)) {
            return false;
        }
        Verdict verdict = Eligibility.decide(facts);
        return (status == null || verdict.status() == status)
                && (gate == null || verdict.gates().stream().anyMatch(finding -> finding.gate() == gate));
    }
}
