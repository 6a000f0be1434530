package io.hotfleet.licensing.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.licensing.eligibility.Gate;
import java.time.Instant;

/// A licence's state as it is stored and shown. `until`: when the move ends; `because`: the gate that made it fail, or
/// will.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceView(String state, Instant since, Instant until, Gate because) {
    public static LicenceView of(LicenceState state) {
        return switch (state) {
            case LicenceState.Disabled(Instant since, boolean _) -> new LicenceView("Disabled", since, null, null);
            case LicenceState.Enabling(Instant since, Instant until, Gate obstacle) ->
                new LicenceView("Enabling", since, until, obstacle);
            case LicenceState.Enabled(Instant since) -> new LicenceView("Enabled", since, null, null);
            case LicenceState.Disabling(Instant since, Instant until) ->
                new LicenceView("Disabling", since, until, null);
            case LicenceState.Failed(Instant since, Gate obstacle) -> new LicenceView("Failed", since, null, obstacle);
        };
    }
}
