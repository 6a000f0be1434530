package io.hotfleet.licensing.onboarding;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// One answer for every token that does not let in: a guesser learns nothing from it.
final class NotAdmitted extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotAdmitted() {
        super(
                ProblemType.NOT_ADMITTED,
                "Send `Authorization: Bearer` with an onboarding token that is valid, not revoked and not used up.");
    }
}
