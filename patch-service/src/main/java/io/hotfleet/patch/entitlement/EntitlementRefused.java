package io.hotfleet.patch.entitlement;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// A list that licensing-service did not sign for this fleet: nothing of it is kept.
final class EntitlementRefused extends ProblemException {
    private static final long serialVersionUID = 1L;

    EntitlementRefused(String what) {
        super(ProblemType.ENTITLEMENT_REFUSED, "The entitlement is not accepted: " + what);
    }
}
