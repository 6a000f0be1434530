package io.hotfleet.licensing.licence;

import static io.hotfleet.licensing.Samples.server2025;
import static io.hotfleet.licensing.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.PortalStatus;
import io.hotfleet.licensing.eligibility.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final Instant START = Instant.parse("2025-07-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2025-07-01T09:00:00Z");
    private static final Duration SEVEN_MINUTES = Duration.ofMinutes(7);
    private static final Instant ARRIVAL = NOW.plus(SEVEN_MINUTES);
    private static final Facts UNLICENSED = with(server2025(), Fact.LICENCE, "disabled");

    @Test
    void aLicenceOnItsWayHoldsFromItsArrival() {
        Enrolment taken = fresh(UNLICENSED).licence(true, SEVEN_MINUTES);

        assertThat(taken.portalStatus()).isEqualTo(PortalStatus.PENDING);
        assertThat(taken.timeline().at(ARRIVAL.minusSeconds(60)).facts()).isEqualTo(UNLICENSED);
        assertThat(taken.timeline().at(ARRIVAL).facts()).isEqualTo(server2025());
    }

    @Test
    void aLicenceThatIsGivenBackOnItsWayNeverArrives() {
        Enrolment regretted = fresh(UNLICENSED).licence(true, SEVEN_MINUTES).licence(false, SEVEN_MINUTES);

        assertThat(regretted.timeline()).isEqualTo(Timeline.from(START, UNLICENSED));
        assertThat(later(regretted).portalStatus()).isEqualTo(PortalStatus.CANCELED);
    }

    @Test
    void aLicenceIsKeptUntilItIsGone() {
        Enrolment givenBack = fresh(server2025()).licence(false, SEVEN_MINUTES);

        assertThat(givenBack.facts().is(Fact.LICENCE, "enabled")).isTrue();
        assertThat(later(givenBack).facts().is(Fact.LICENCE, "disabled")).isTrue();
        assertThat(later(givenBack).portalStatus()).isEqualTo(PortalStatus.CANCELED);
    }

    @Test
    void withoutArcALicenceFails() {
        Enrolment taken = fresh(with(UNLICENSED, Fact.ARC, "disconnected")).licence(true, SEVEN_MINUTES);

        assertThat(later(taken).licence()).isEqualTo(new LicenceState.Failed(ARRIVAL, Gate.ARC));
        assertThat(later(taken).portalStatus()).isEqualTo(PortalStatus.ACTION_REQUIRED);
        assertThat(later(taken).facts().is(Fact.LICENCE, "disabled")).isTrue();
    }

    @Test
    void optingOutLeavesTheLicence() {
        Enrolment out = fresh(server2025()).optIn(false);

        assertThat(out.licence()).isEqualTo(new LicenceState.Enabled(START));
        assertThat(out.portalStatus()).isEqualTo(PortalStatus.DISABLED);
    }

    @Test
    void anInventoryThatSeesNoLicenceIsBelieved() {
        Timeline timeline = Timeline.from(START, server2025())
                .with(NOW, with(server2025(), Fact.LICENCE, "disabled").values());

        Enrolment enrolment = Enrolment.of(Optional.of(new LicenceState.Enabled(START)), timeline, NOW);

        assertThat(enrolment.licence()).isEqualTo(new LicenceState.Disabled(NOW, true));
    }

    @Test
    void aLicenceThatWasSeenOnceIsCanceledWhoeverTookIt() {
        Timeline timeline = Timeline.from(START, server2025()).with(NOW, UNLICENSED.values());

        assertThat(Enrolment.of(Optional.empty(), timeline, NOW).portalStatus()).isEqualTo(PortalStatus.CANCELED);
        assertThat(Enrolment.of(Optional.empty(), timeline, START).portalStatus())
                .isEqualTo(PortalStatus.ENABLED);
    }

    @Test
    void ofALicenceThatNobodyKnowsThereIsNoWord() {
        Enrolment enrolment = fresh(with(server2025(), Fact.LICENCE, Facts.UNKNOWN));

        assertThat(enrolment.portalStatus()).isEqualTo(PortalStatus.NOT_TOLD);
        assertThat(enrolment.verdict().portalStatus()).isNull();
    }

    @Test
    void otherFactsDoNotMoveTheLicence() {
        Timeline timeline = Timeline.from(START, server2025()).with(NOW, Map.of(Fact.VBS, "off"));

        assertThat(Enrolment.of(Optional.empty(), timeline, NOW).licence()).isEqualTo(new LicenceState.Enabled(START));
    }

    private static Enrolment fresh(Facts facts) {
        return Enrolment.of(Optional.empty(), Timeline.from(START, facts), NOW);
    }

    private static Enrolment later(Enrolment enrolment) {
        return Enrolment.of(Optional.of(enrolment.licence()), enrolment.timeline(), ARRIVAL.plusSeconds(3600));
    }
}
