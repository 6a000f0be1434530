package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.web.Refusal;

/// One answer for every token that does not let in: a guesser learns nothing from it.
final class NotAdmitted extends Refusal {
    private static final long serialVersionUID = 1L;

    NotAdmitted() {
        super(
                401,
                "not-admitted",
                "The token does not let this machine in",
                "Send `Authorization: Bearer` with an onboarding token that is valid, not revoked and not used up.");
    }
}
