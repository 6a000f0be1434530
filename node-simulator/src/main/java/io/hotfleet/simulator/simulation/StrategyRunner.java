package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Licensing.Costs;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Patch.MachinePage;
import io.hotfleet.simulator.client.Patch.MachineRestarts;
import io.hotfleet.simulator.client.Summary;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.packages.VerifiedPackages;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs plays from entry to figures. The fleets stay in the services until they are removed.
@ApplicationScoped
public class StrategyRunner {
    private static final String NO_MONEY = "0.00";
    private static final String CURRENCY = "USD";

    private final Licensing licensing;
    private final Patch patch;
    private final VerifiedPackages seals;
    private final MeterRegistry metrics;

    StrategyRunner(Licensing licensing, Patch patch, VerifiedPackages seals, MeterRegistry metrics) {
        this.licensing = licensing;
        this.patch = patch;
        this.seals = seals;
        this.metrics = metrics;
    }

    /// Blocks until the play is over; interrupt the thread to stop it.
    public RunResult play(SimulationInput stage, RunSpec order) {
        Strategy strategy = order.progress().strategy();
        try {
            Map<String, FactChanges> fixes =
                    new FleetRegistration(stage, order.fleet(), strategy, licensing, patch).enter(order.overlay());
            String digest = new StrategyRun(stage, order, new Services(licensing, patch, seals), fixes).run();
            Summary summary = patch.summary(order.fleet());
            return new RunResult(summary, costs(stage, order), digest, order.detail() ? restarts(stage, order) : null);
        } finally {
            metrics.counter("hotfleet_simulator_reports_sent", "strategy", strategy.name())
                    .increment(order.progress().reports());
            metrics.counter("hotfleet_simulator_exchange_rounds", "strategy", strategy.name())
                    .increment(order.progress().rounds());
        }
    }

    /// Removes a fleet from both services; it need not be there.
    public void remove(String fleet) {
        patch.delete(fleet);
        licensing.delete(fleet);
    }

    /// Who never takes a licence pays nothing, whatever the file says of licences.
    private Costs costs(SimulationInput stage, RunSpec order) {
        Period period = stage.period();
        if (order.progress().strategy().licensed()) {
            return licensing.costs(order.fleet(), period.from(), period.to(), order.plan());
        }
        BigDecimal nothing = new BigDecimal(NO_MONEY);
        Map<String, BigDecimal> byMonth = new LinkedHashMap<>();
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            byMonth.put(month.toString(), nothing);
        }
        return new Costs(CURRENCY, nothing, nothing, byMonth);
    }

    private int[] restarts(SimulationInput stage, RunSpec order) {
        int[] restarts = new int[stage.names().length];
        String after = null;
        do {
            MachinePage page = patch.machines(order.fleet(), after);
            for (MachineRestarts one : page.items()) {
                restarts[stage.index(one.machine())] = one.restarts();
            }
            after = page.next();
        } while (after != null);
        return restarts;
    }
}
