package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.web.Refusal;

/// Azure Edition includes hotpatching, clients have it from their user's plan.
final class LicenceNotNeeded extends Refusal {
    private static final long serialVersionUID = 1L;

    LicenceNotNeeded(String machine) {
        super(
                409,
                "licence-not-needed",
                "The machine takes no licence of its own",
                "'" + machine
                        + "' has hotpatching with its edition or its user's plan; there is no licence to switch.");
    }
}
