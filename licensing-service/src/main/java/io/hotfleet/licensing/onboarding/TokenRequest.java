package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.Name;
import io.hotfleet.rest.JsonBody;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How a token is wanted: for how many hours (a day unless told), and for how many machines (1,000).
@JsonBody
record TokenRequest(
        @Name String label,
        @Min(1) @Max(TokenRequest.HOURS_MAX) Integer validHours,
        @Min(1) @Max(TokenRequest.USES_MAX) Integer usesMax) {
    private static final int HOURS_DEFAULT = 24;
    static final int HOURS_MAX = 365 * 24;
    private static final int USES_DEFAULT = 1_000;
    static final int USES_MAX = 1_000_000;

    Duration validity() {
        return Duration.ofHours(validHours == null ? HOURS_DEFAULT : validHours);
    }

    int uses() {
        return usesMax == null ? USES_DEFAULT : usesMax;
    }
}
