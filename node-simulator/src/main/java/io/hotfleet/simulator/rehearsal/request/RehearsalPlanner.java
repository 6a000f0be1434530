package io.hotfleet.simulator.rehearsal.request;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.assessment.Assessment;
import io.hotfleet.simulator.assessment.Assessor;
import io.hotfleet.simulator.assessment.InstalledBuilds;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Patch.Slots;
import io.hotfleet.simulator.forecast.Outlook;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.simulation.Period;
import io.hotfleet.simulator.simulation.SimulationInput;
import io.hotfleet.simulator.simulation.Timeline;
import io.hotfleet.simulator.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where requests are read, checked and refused, before any work begins.
@ApplicationScoped
public class RehearsalPlanner {
    private final Assessor assessor;
    private final InstalledBuilds builds;
    private final Licensing licensing;
    private final Patch patch;

    RehearsalPlanner(Assessor assessor, InstalledBuilds builds, Licensing licensing, Patch patch) {
        this.assessor = assessor;
        this.builds = builds;
        this.licensing = licensing;
        this.patch = patch;
    }

    /// @throws ProblemException where anything asked for cannot be played
    public RehearsalPlan prepare(RehearsalRequest request) {
        RehearsalParameters terms = request.terms();
        Fleet fleet = builds.recognised(Uploads.fleet(request.sources(), request.strict()), request.overlay());
        checkPlan(terms.pricePlan());
        Set<String> products = new TreeSet<>();
        fleet.machines().forEach(machine -> products.add(machine.facts().product()));
        KnownReleases known = KnownReleases.ask(patch, products, request.overlay());
        checkBegin(terms.period(), known, products);
        Assessment assessment = assessor.assess(fleet, terms.period().start(), request.overlay());
        Timeline timeline = Timeline.of(fleet, terms.period(), known::find);
        List<String> warnings = new ArrayList<>(assessment.warnings());
        warnings.addAll(timeline.warnings());
        SimulationInput stage =
                SimulationInput.of(fleet, assessment, terms.period(), terms.seed(), timeline.happenings());
        return new RehearsalPlan(stage, terms, request.overlay(), outlook(terms.period(), known), warnings);
    }

    private void checkPlan(String plan) {
        List<String> plans = licensing.plans();
        if (!plans.contains(plan)) {
            throw ProblemException.invalid(
                    "/pricePlan", "'" + plan + "' is not known; accepted are " + String.join(", ", plans));
        }
    }

    private static void checkBegin(Period period, KnownReleases known, Set<String> products) {
        YearMonth first = known.firstMonth()
                .orElseThrow(() -> ProblemException.invalid(
                        "/fleet", "the catalogue holds no release of " + String.join(", ", products)));
        if (period.from().isBefore(first)) {
            throw ProblemException.invalid(
                    "/from",
                    period.from() + " lies before the first known release of " + String.join(", ", products) + "; "
                            + first + " or later is accepted");
        }
    }

    private Outlook outlook(Period period, KnownReleases known) {
        List<Slots> slots = known.products().stream()
                .map(product -> patch.slots(product, period.from(), period.to()))
                .toList();
        return Outlook.of(slots, known);
    }
}
