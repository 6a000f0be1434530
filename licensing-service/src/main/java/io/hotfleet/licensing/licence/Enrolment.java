package io.hotfleet.licensing.licence;

import io.hotfleet.licensing.eligibility.Answer;
import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Finding;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.PortalStatus;
import io.hotfleet.licensing.eligibility.Route;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.eligibility.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A machine's two switches at a time: the licence's state, and the facts that gates and bills read.
///
/// A move keeps both in step: a licence that is on its way is a span of the timeline that is still to come.
public record Enrolment(LicenceState licence, Timeline timeline, Instant now) {
    /// Where one of these is closed no licence can be delivered.
    private static final Set<Gate> OBSTACLES =
            EnumSet.of(Gate.EDITION, Gate.BUILD, Gate.PLATFORM, Gate.VBS_NOT_RUNNING, Gate.ARC, Gate.SUBSCRIPTION);

    /// `stored` is the last state that was written, absent if no switch was ever touched.
    public static Enrolment of(Optional<LicenceState> stored, Timeline timeline, Instant now) {
        boolean enabled = isEnabled(timeline.at(now).facts());
        Instant since = timeline.holdsSince(now, Enrolment::isEnabled);
        LicenceState known =
                stored.map(state -> state.at(now)).orElseGet(() -> new LicenceState.Disabled(since, false));
        LicenceState observed = known.observed(enabled, since);
        return new Enrolment(wasEnabled(timeline, now) ? observed.seenBefore() : observed, timeline, now);
    }

    public Enrolment licence(boolean wanted, Duration propagation) {
        Instant until = now.plus(propagation);
        LicenceState next = wanted ? licence.enable(now, until, obstacle()) : licence.disable(now, until);
        return next.equals(licence) ? this : new Enrolment(next, timelineOf(next), now);
    }

    public Enrolment optIn(boolean wanted) {
        Map<Fact, String> change = Map.of(Fact.OPT_IN, String.valueOf(wanted));
        return new Enrolment(licence, timeline.with(now, change), now);
    }

    /// Only machines on the way over Arc take a licence of their own.
    public boolean takesLicence() {
        Route route = Route.of(facts());
        return route == Route.ARC_LICENCE || route == Route.STRANDED_IN_AZURE || route == Route.NONE;
    }

    /// All gates, and the portal's word: what every answer about a machine of a fleet shows.
    public Verdict verdict() {
        return Eligibility.decide(facts()).shownAs(portalStatus());
    }

    public PortalStatus portalStatus() {
        PortalStatus told = PortalStatus.of(facts());
        if (!takesLicence() || told == PortalStatus.NOT_AVAILABLE) {
            return told;
        }
        return switch (licence) {
            case LicenceState.Enabling _, LicenceState.Disabling _ -> PortalStatus.PENDING;
            case LicenceState.Enabled _ -> told;
            case LicenceState.Disabled _ when told == PortalStatus.NOT_TOLD -> told;
            case LicenceState.Disabled(Instant _, boolean givenBack) ->
                givenBack ? PortalStatus.CANCELED : PortalStatus.NOT_ENROLLED;
            case LicenceState.Failed _ -> PortalStatus.ACTION_REQUIRED;
        };
    }

    public Facts facts() {
        return timeline.at(now).facts();
    }

    private static boolean isEnabled(Facts facts) {
        return facts.is(Fact.LICENCE, "enabled");
    }

    private static boolean wasEnabled(Timeline timeline, Instant now) {
        return timeline.until(now).spans().stream().anyMatch(span -> isEnabled(span.facts()));
    }

    private Gate obstacle() {
        return Eligibility.decide(facts()).gates().stream()
                .filter(finding -> finding.answer() == Answer.FAIL)
                .map(Finding::gate)
                .filter(OBSTACLES::contains)
                .findFirst()
                .orElse(null);
    }

    /// What was on its way no longer is; what is now on its way comes at its minute.
    private Timeline timelineOf(LicenceState next) {
        Timeline past = timeline.until(now);
        return switch (next) {
            case LicenceState.Enabling(Instant _, Instant until, Gate obstacle)
            when obstacle == null -> past.with(until, Map.of(Fact.LICENCE, "enabled"));
            case LicenceState.Disabling(Instant _, Instant until) -> past.with(until, Map.of(Fact.LICENCE, "disabled"));
            case LicenceState.Disabled _, LicenceState.Enabling _, LicenceState.Enabled _, LicenceState.Failed _ ->
                past;
        };
    }
}
