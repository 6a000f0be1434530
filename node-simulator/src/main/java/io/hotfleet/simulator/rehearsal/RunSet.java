package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.rehearsal.request.RehearsalPlan;
import io.hotfleet.simulator.simulation.RunProgress;
import io.hotfleet.simulator.simulation.RunResult;
import io.hotfleet.simulator.simulation.RunSpec;
import io.hotfleet.simulator.simulation.Strategy;
import io.hotfleet.simulator.simulation.StrategyRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The plays of one rehearsal: every strategy, and once more with a baseline in every open month where that may
/// differ.
final class RunSet {
    static final String ALL_BASELINES = "-ALL";

    private final RehearsalPlan prepared;
    private final List<RunSpec> orders;

    /// @param id of the rehearsal
    /// @param attempt enters the ids of fleets from the second on: what an earlier one left never mixes with this
    RunSet(String id, int attempt, RehearsalPlan prepared) {
        String play = attempt == 1 ? id : id + "-" + attempt;
        this.prepared = prepared;
        this.orders = new ArrayList<>();
        for (Strategy strategy : Strategy.values()) {
            orders.add(order(play, strategy, ""));
        }
        if (prepared.outlook().isUncertain()) {
            for (Strategy strategy : Strategy.values()) {
                orders.add(order(play, strategy, ALL_BASELINES));
            }
        }
    }

    RehearsalPlan prepared() {
        return prepared;
    }

    /// Ids of its fleets in the other services.
    List<String> fleets() {
        return orders.stream().map(RunSpec::fleet).toList();
    }

    List<RunProgress> progress() {
        return orders.stream().map(RunSpec::progress).toList();
    }

    /// Runs all plays beside each other. The first that fails stops the others.
    ///
    /// @return results by the play's name, in order
    Map<String, RunResult> run(StrategyRunner plays) throws InterruptedException {
        Map<String, RunResult> results = new LinkedHashMap<>();
        orders.forEach(order -> results.put(order.name(), null));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Map.Entry<String, RunResult>> running = new ExecutorCompletionService<>(threads);
            orders.forEach(order -> running.submit(() -> Map.entry(order.name(), plays.play(prepared.stage(), order))));
            try {
                for (int i = 0; i < orders.size(); i++) {
                    Map.Entry<String, RunResult> ended = running.take().get();
                    results.put(ended.getKey(), ended.getValue());
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        return results;
    }

    private RunSpec order(String play, Strategy strategy, String suffix) {
        List<Release> releases = new ArrayList<>(prepared.overlay());
        releases.addAll(
                suffix.isEmpty()
                        ? prepared.outlook().planned()
                        : prepared.outlook().allBaselines());
        return new RunSpec(
                strategy.name() + suffix,
                play + "-" + strategy.name() + suffix,
                releases,
                prepared.terms().pricePlan(),
                prepared.terms().detail() && suffix.isEmpty(),
                new RunProgress(strategy, prepared.terms().period()));
    }
}
