package io.hotfleet.licensing.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.PortalStatus;
import java.time.Instant;

/// Both switches of a machine, and the portal's word for them. `until`: when the licence's move ends; `because`: the
/// gate that made it fail, or will. `optIn` is absent where nobody knows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentView(String machine, Licence licence, Boolean optIn, String portalStatus) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Licence(String state, Instant since, Instant until, Gate because) {
        static Licence of(LicenceState state) {
            return switch (state) {
                case LicenceState.Disabled(Instant since, boolean _) -> new Licence("Disabled", since, null, null);
                case LicenceState.Enabling(Instant since, Instant until, Gate obstacle) ->
                    new Licence("Enabling", since, until, obstacle);
                case LicenceState.Enabled(Instant since) -> new Licence("Enabled", since, null, null);
                case LicenceState.Disabling(Instant since, Instant until) ->
                    new Licence("Disabling", since, until, null);
                case LicenceState.Failed(Instant since, Gate obstacle) -> new Licence("Failed", since, null, obstacle);
            };
        }
    }

    static EnrolmentView of(String machine, Enrolment enrolment) {
        PortalStatus portal = enrolment.portalStatus();
        boolean told = !enrolment.facts().isUnknown(Fact.OPT_IN);
        return new EnrolmentView(
                machine,
                Licence.of(enrolment.licence()),
                told ? enrolment.facts().is(Fact.OPT_IN, "true") : null,
                portal == PortalStatus.NOT_TOLD ? null : portal.words());
    }
}
