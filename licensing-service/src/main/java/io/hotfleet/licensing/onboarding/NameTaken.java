package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.web.Refusal;

final class NameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    NameTaken(String machine) {
        super(
                409,
                "machine-name-taken",
                "The name belongs to other hardware",
                "Another machine of this fleet is called '" + machine + "' and has another hardware id.");
    }
}
