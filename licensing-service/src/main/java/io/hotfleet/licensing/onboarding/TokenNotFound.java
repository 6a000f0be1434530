package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.UUID;

final class TokenNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    TokenNotFound(FleetId fleet, UUID token) {
        super(ProblemType.NOT_FOUND, "Fleet '" + fleet + "' has no onboarding token " + token + ".");
    }
}
