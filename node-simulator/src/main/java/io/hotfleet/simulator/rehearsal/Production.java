package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.door.Prepared;
import io.hotfleet.simulator.link.Release;
import io.hotfleet.simulator.play.Order;
import io.hotfleet.simulator.play.PlayProgress;
import io.hotfleet.simulator.play.PlayResult;
import io.hotfleet.simulator.play.Plays;
import io.hotfleet.simulator.play.Strategy;
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
final class Production {
    static final String ALL_BASELINES = "-ALL";

    private final Prepared prepared;
    private final List<Order> orders;

    /// @param id of the rehearsal
    /// @param attempt enters the ids of fleets from the second on: what an earlier one left never mixes with this
    Production(String id, int attempt, Prepared prepared) {
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

    Prepared prepared() {
        return prepared;
    }

    /// Ids of its fleets in the other services.
    List<String> fleets() {
        return orders.stream().map(Order::fleet).toList();
    }

    List<PlayProgress> progress() {
        return orders.stream().map(Order::progress).toList();
    }

    /// Runs all plays beside each other. The first that fails stops the others.
    ///
    /// @return results by the play's name, in order
    Map<String, PlayResult> run(Plays plays) throws InterruptedException {
        Map<String, PlayResult> results = new LinkedHashMap<>();
        orders.forEach(order -> results.put(order.name(), null));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Map.Entry<String, PlayResult>> running = new ExecutorCompletionService<>(threads);
            orders.forEach(order -> running.submit(() -> Map.entry(order.name(), plays.play(prepared.stage(), order))));
            try {
                for (int i = 0; i < orders.size(); i++) {
                    Map.Entry<String, PlayResult> ended = running.take().get();
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

    private Order order(String play, Strategy strategy, String suffix) {
        List<Release> releases = new ArrayList<>(prepared.overlay());
        releases.addAll(
                suffix.isEmpty()
                        ? prepared.outlook().planned()
                        : prepared.outlook().allBaselines());
        return new Order(
                strategy.name() + suffix,
                play + "-" + strategy.name() + suffix,
                releases,
                prepared.terms().pricePlan(),
                prepared.terms().detail() && suffix.isEmpty(),
                new PlayProgress(strategy, prepared.terms().period()));
    }
}
