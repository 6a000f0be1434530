package io.hotfleet.licensing.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.licence.Enrolment;
import io.hotfleet.licensing.licence.LicenceView;

/// Both switches of a machine, and the portal's word for them. `optIn` is absent where nobody knows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrolmentView(MachineId machine, LicenceView licence, Boolean optIn, String portalStatus) {
    static EnrolmentView of(MachineId machine, Enrolment enrolment) {
        boolean told = !enrolment.facts().isUnknown(Fact.OPT_IN);
        return new EnrolmentView(
                machine,
                LicenceView.of(enrolment.licence()),
                told ? enrolment.facts().is(Fact.OPT_IN, "true") : null,
                enrolment.portalStatus().words().orElse(null));
    }
}
