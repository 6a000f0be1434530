package io.hotfleet.simulator.rehearsal;

import io.hotfleet.node.kernel.History;
import io.hotfleet.simulator.assessment.Assessment;
import io.hotfleet.simulator.assessment.EligibilityGroup;
import io.hotfleet.simulator.client.Licensing.Costs;
import io.hotfleet.simulator.client.Licensing.Gate;
import io.hotfleet.simulator.client.Summary;
import io.hotfleet.simulator.client.Summary.ClusterFigures;
import io.hotfleet.simulator.forecast.Draws;
import io.hotfleet.simulator.inventory.AssumptionsUsed;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.rehearsal.request.RehearsalParameters;
import io.hotfleet.simulator.rehearsal.request.RehearsalPlan;
import io.hotfleet.simulator.report.Report;
import io.hotfleet.simulator.report.Report.ClusterLine;
import io.hotfleet.simulator.report.Report.Cost;
import io.hotfleet.simulator.report.Report.Forecast;
import io.hotfleet.simulator.report.Report.MachineLine;
import io.hotfleet.simulator.report.Report.Month;
import io.hotfleet.simulator.report.Report.OtherRestarts;
import io.hotfleet.simulator.report.Report.Saved;
import io.hotfleet.simulator.simulation.RunResult;
import io.hotfleet.simulator.simulation.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Puts the report together from what the services counted. Nothing in it depends on the rehearsal's id or on
/// time.
final class ReportComposer {
    private final RehearsalPlan prepared;
    private final Fleet fleet;
    private final Map<String, RunResult> results;

    /// @param results by the play's name
    ReportComposer(RehearsalPlan prepared, Map<String, RunResult> results) {
        this.prepared = prepared;
        this.fleet = prepared.stage().fleet();
        this.results = results;
    }

    Report compose() {
        Assessment assessment = prepared.stage().assessment();
        RehearsalParameters terms = prepared.terms();
        Map<String, Report.Strategy> strategies = new LinkedHashMap<>();
        for (Strategy strategy : Strategy.values()) {
            strategies.put(strategy.name(), strategy(strategy));
        }
        return new Report(
                fleet.name(),
                terms.period().from().toString(),
                terms.period().to().toString(),
                terms.seed(),
                results.get(Strategy.HOTPATCH.name()).summary().catalogue(),
                terms.pricePlan(),
                fleet.machines().size(),
                fleet.clusters().size(),
                assessment.eligibility(),
                assessment.workList(),
                strategies,
                saved(strategies.get(Strategy.HOTPATCH.name()), strategies.get(Strategy.CUMULATIVE.name())),
                otherRestarts(),
                clusters(),
                terms.detail() ? machines(assessment) : null,
                warnings(),
                AssumptionsUsed.of(fleet.assumptions()),
                History.combine(results.values().stream().map(RunResult::digest).toList()));
    }

    private Report.Strategy strategy(Strategy strategy) {
        RunResult result = results.get(strategy.name());
        Summary summary = result.summary();
        return new Report.Strategy(
                summary.restarts(),
                summary.fixRestarts(),
                summary.restartsPerServer(),
                summary.nodeDowntimeMinutes(),
                summary.serviceDowntimeMinutes(),
                summary.roleMoves(),
                summary.roleInterruptionMinutes(),
                summary.quorumLosses(),
                summary.maxNodesDownPerCluster(),
                summary.exposureDays(),
                cost(result.costs()),
                summary.months().stream().map(this::month).toList(),
                forecast(strategy, result));
    }

    private Month month(Summary.Month row) {
        return new Month(
                row.month(),
                row.product(),
                row.releases(),
                row.kind(),
                row.planned(),
                prepared.outlook().isForecast(row.month(), row.product()),
                row.hotpatched(),
                row.restarted(),
                row.failed(),
                row.pending(),
                row.offTrack(),
                row.nodeDowntimeMinutes(),
                row.hoursTo95Percent(),
                row.exposureDays());
    }

    private Forecast forecast(Strategy strategy, RunResult planned) {
        if (!prepared.outlook().isNeeded()) {
            return null;
        }
        RunResult all = results.getOrDefault(strategy.name() + RunSet.ALL_BASELINES, planned);
        RehearsalParameters terms = prepared.terms();
        return new Draws(prepared.outlook(), terms.seed(), terms.runs())
                .combine(planned.summary(), all.summary(), planned.costs().total());
    }

    private static Cost cost(Costs costs) {
        return new Cost(costs.currency(), costs.total(), costs.wasted(), new TreeMap<>(costs.byMonth()));
    }

    private static Saved saved(Report.Strategy hotpatch, Report.Strategy cumulative) {
        return new Saved(
                cumulative.restarts() - hotpatch.restarts(),
                cumulative.nodeDowntimeMinutes() - hotpatch.nodeDowntimeMinutes(),
                cumulative.roleMoves() - hotpatch.roleMoves(),
                cumulative.cost().total().subtract(hotpatch.cost().total()));
    }

    private OtherRestarts otherRestarts() {
        int perYear = fleet.assumptions().otherRestartsPerYear();
        BigDecimal total = BigDecimal.valueOf((long) fleet.machines().size() * perYear)
                .multiply(BigDecimal.valueOf(prepared.terms().period().months()))
                .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP);
        return new OtherRestarts(perYear, total.intValueExact());
    }

    private List<ClusterLine> clusters() {
        Map<String, Map<String, ClusterFigures>> byName = new TreeMap<>();
        for (Strategy strategy : Strategy.values()) {
            for (ClusterFigures cluster : results.get(strategy.name()).summary().clusters()) {
                byName.computeIfAbsent(cluster.name(), _ -> new LinkedHashMap<>())
                        .put(strategy.name(), cluster);
            }
        }
        return byName.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ClusterLine line(String name, Map<String, ClusterFigures> of) {
        return new ClusterLine(
                name,
                of.values().iterator().next().nodes(),
                each(of, ClusterFigures::restarts),
                each(of, ClusterFigures::roleMoves),
                each(of, ClusterFigures::windowOverruns),
                each(of, ClusterFigures::quorumLosses),
                each(of, ClusterFigures::serviceDowntimeMinutes));
    }

    private List<MachineLine> machines(Assessment assessment) {
        List<MachineLine> lines = new ArrayList<>();
        for (int i = 0; i < fleet.machines().size(); i++) {
            Machine machine = fleet.machines().get(i);
            EligibilityGroup standing = assessment.of(i);
            Map<String, Integer> restarts = new LinkedHashMap<>();
            for (Strategy strategy : Strategy.values()) {
                restarts.put(strategy.name(), results.get(strategy.name()).restarts()[i]);
            }
            lines.add(new MachineLine(
                    machine.name(),
                    machine.cluster(),
                    machine.facts().product(),
                    standing.status().name(),
                    standing.gates().stream().map(Gate::gate).toList(),
                    restarts));
        }
        return lines;
    }

    private List<String> warnings() {
        TreeSet<String> warnings = new TreeSet<>(prepared.warnings());
        for (Strategy strategy : Strategy.values()) {
            results.get(strategy.name()).summary().warnings().forEach(warning -> warnings.add(warning.text()));
        }
        List<String> unpriced = fleet.machines().stream()
                .filter(machine -> isBilled(machine) && machine.facts().cores() == null)
                .map(Machine::name)
                .toList();
        if (!unpriced.isEmpty()) {
            warnings.add(unpriced.size() + " machines have no known number of cores, their licences cost nothing here: "
                    + Assessment.some(unpriced) + ".");
        }
        return List.copyOf(warnings);
    }

    private static boolean isBilled(Machine machine) {
        return "windows-server-2025".equals(machine.facts().product())
                && ("standard".equals(machine.facts().edition())
                        || "datacenter".equals(machine.facts().edition()));
    }

    private static <T, R> Map<String, R> each(Map<String, T> of, Function<T, R> figure) {
        Map<String, R> figures = new LinkedHashMap<>();
        of.forEach((strategy, cluster) -> figures.put(strategy, figure.apply(cluster)));
        return figures;
    }
}
