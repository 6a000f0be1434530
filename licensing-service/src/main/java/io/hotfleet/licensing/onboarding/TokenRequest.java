package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import java.time.Duration;

/// How a token is wanted: for how long, and for how many machines.
record TokenRequest(String label, Duration validity, int usesMax) {
    private static final int HOURS_DEFAULT = 24;
    private static final int HOURS_MAX = 365 * 24;
    private static final int USES_DEFAULT = 1_000;
    private static final int USES_MAX = 1_000_000;

    static TokenRequest read(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        String label = request.name("label").orElse(null);
        int hours = request.number("validHours", 1, HOURS_MAX).orElse(HOURS_DEFAULT);
        int usesMax = request.number("usesMax", 1, USES_MAX).orElse(USES_DEFAULT);
        request.end();
        request.faults().throwIfAny();
        return new TokenRequest(label, Duration.ofHours(hours), usesMax);
    }
}
