package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.Status;
import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.rest.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;

/// Which machines of a fleet a list shows. A gate is that which does not pass, first or not.
final class MachineFilter {
    @QueryParam("status")
    String status;

    @QueryParam("gate")
    String gate;

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

    void check() {
        check("status", status, Status.values());
        check("gate", gate, Gate.values());
    }

    boolean accepts(Facts facts) {
        if (product != null && !facts.is(Fact.PRODUCT, product)) {
            return false;
        }
        Verdict verdict = Eligibility.decide(facts);
        return (status == null || verdict.status().name().equals(status))
                && (gate == null
                        || verdict.gates().stream()
                                .anyMatch(finding -> finding.gate().name().equals(gate)));
    }

    private static void check(String parameter, String value, Enum<?>[] accepted) {
        if (value != null && Arrays.stream(accepted).noneMatch(one -> one.name().equals(value))) {
            throw ProblemException.invalid(
                    parameter,
                    "'" + value + "' is not accepted; accepted are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(accepted).map(Enum::name).toList()) + ".");
        }
    }
}
