package io.hotfleet.simulator.simulation;

import io.hotfleet.node.kernel.EventQueue;
import io.hotfleet.node.kernel.History;
import io.hotfleet.simulator.client.Command;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.NodeReport;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Step;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.packages.VerifiedPackages;
import io.hotfleet.simulator.packages.VerifiedPackages.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/// Plays the calendar for one fleet: exchanges reports for commands until the period's releases are settled.
///
/// Time moves from barrier to barrier. Up to a barrier the exchange is repeated until no command before it is
/// open; then the history is settled, the fleet file's happenings of that minute take place, and their reports
/// go out with the step that raises the barrier, so that the service knows of them before it decides at that
/// minute.
final class StrategyRun {
    /// A service that keeps saying `more` without giving or taking anything is not right.
    static final int IDLE_ROUNDS_MAX = 1_000;

    private final SimulationInput stage;
    private final String id;
    private final Patch patch;
    private final VerifiedPackages seals;
    private final History history;
    private final CatalogContents contents;
    private final CommandExecutor nodes;
    private final FactUpdates renewal;
    private final boolean licensed;
    private final Map<String, FactChanges> fixes;
    private final RunProgress progress;

    private final EventQueue happenings;
    private final EventQueue later = new EventQueue(64);
    private final Map<Long, Command> heldCommands = new HashMap<>();
    private final long[] backMinutes;
    private long cursor;

    /// @param fixes facts that become true with a machine's restart for fixes, by machine
    StrategyRun(SimulationInput stage, RunSpec order, Services services, Map<String, FactChanges> fixes) {
        this.stage = stage;
        this.id = order.fleet();
        this.patch = services.patch();
        this.seals = services.seals();
        this.licensed = order.progress().strategy().licensed();
        this.history = new History(order.name(), stage.names());
        this.contents = contents(order);
        this.nodes = new CommandExecutor(stage, contents, history, order.detail());
        this.renewal = new FactUpdates(id, services.licensing(), patch);
        this.progress = order.progress();
        this.fixes = fixes;
        this.happenings = new EventQueue(Math.max(1, stage.happenings().size()));
        this.backMinutes = new long[stage.names().length];
        for (int i = 0; i < stage.happenings().size(); i++) {
            FleetEvent happening = stage.happenings().get(i);
            happenings.push(happening.minute(), stage.index(happening.machine()), i);
        }
    }

    private CatalogContents contents(RunSpec order) {
        Set<String> products = new TreeSet<>();
        stage.fleet().machines().forEach(machine -> products.add(machine.facts().product()));
        return new CatalogContents(KnownReleases.ask(patch, products, order.overlay())::rows);
    }

    /// Runs to the end.
    ///
    /// @return the digest of its history
    String run() {
        long until = Period.minute(stage.period().start());
        while (true) {
            long barrier = exchangeUntil(until);
            history.settle(until);
            takePlace(until);
            long next = earlier(barrier, happenings.nextTime());
            if (next < 0) {
                break;
            }
            if (next <= until) {
                throw new IllegalStateException("patch-service names the barrier " + next + " again after " + until);
            }
            until = next;
            progress.reached(until);
        }
        if (nodes.hasReports()) {
            exchangeUntil(until);
        }
        progress.done();
        return history.close();
    }

    /// @return the next barrier; negative where there is none
    private long exchangeUntil(long until) {
        releaseHeld(until);
        Step.Answer answer;
        int idle = 0;
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The play was interrupted");
            }
            renewal.handOver();
            List<NodeReport> reports = nodes.takeReports();
            answer = patch.step(id, new Step(until, cursor, reports));
            cursor = answer.cursor();
            progress.round(reports.size());
            answer.commands().forEach(command -> receive(command, until));
            idle = reports.isEmpty() && answer.commands().isEmpty() ? idle + 1 : 0;
            if (idle > IDLE_ROUNDS_MAX) {
                throw new IllegalStateException("patch-service asks for more and gives nothing, " + idle + " times");
            }
        } while (answer.more() || nodes.hasReports());
        return answer.nextBarrierMinute();
    }

    private void receive(Command command, long until) {
        switch (command.action()) {
            case INSTALL, FIX -> {
                if (command.atMinute() < until) {
                    carryOut(command);
                } else {
                    heldCommands.put(command.id(), command);
                    later.push(command.atMinute(), stage.index(command.machine()), command.id());
                }
            }
            case WITHDRAW ->
                heldCommands.values().removeIf(held -> held.machine().equals(command.machine()));
        }
    }

    private void releaseHeld(long until) {
        while (later.popBefore(until)) {
            Command held = heldCommands.remove(later.cargo());
            if (held != null) {
                carryOut(held);
            }
        }
    }

    private void carryOut(Command command) {
        int machine = stage.index(command.machine());
        if (command.action() == Command.Action.INSTALL) {
            install(machine, command);
            return;
        }
        FactChanges facts = fixes.getOrDefault(command.machine(), FactChanges.NONE);
        boolean away = nodes.isAway(machine);
        if (!away) {
            facts.vbs().ifPresent(vbs -> nodes.vbs(machine, vbs));
        }
        long end = nodes.carryOut(machine, command);
        if (!away && !facts.isEmpty()) {
            renewal.add(command.machine(), end, facts);
        }
    }

    /// No machine loads a package whose seal is broken, and what a good one holds is what is loaded. One that is away
    /// does not even fetch it.
    private void install(int machine, Command command) {
        if (!command.hotpatch() || nodes.isAway(machine)) {
            nodes.carryOut(machine, command);
            return;
        }
        String product = stage.machine(machine).facts().product();
        Finding found = seals.find(product, command.kb(), command.packageDigest());
        if (found.flaw().isPresent()) {
            nodes.refuse(machine, command, found.flaw().get().code());
        } else {
            found.manifest().ifPresent(contents::verified);
            nodes.carryOut(machine, command);
        }
    }

    private void takePlace(long until) {
        while (happenings.popBefore(until + 1)) {
            int machine = happenings.subject();
            long number = happenings.cargo();
            long minute = happenings.time();
            FleetEvent happening = stage.happenings().get((int) number);
            long free = happening instanceof FleetEvent.Change ? minute : freeAt(machine, happening);
            if (free > minute) {
                happenings.push(free, machine, number);
                continue;
            }
            takePlace(happening, machine, minute);
        }
    }

    /// A machine at work first ends its work; one that is away installs when it is back.
    private long freeAt(int machine, FleetEvent happening) {
        long busy = nodes.busyUntil(machine);
        return happening instanceof FleetEvent.Install && nodes.isAway(machine)
                ? Math.max(busy, backMinutes[machine])
                : busy;
    }

    private void takePlace(FleetEvent happening, int machine, long minute) {
        switch (happening) {
            case FleetEvent.Away away -> {
                if (minute < away.backMinute()) {
                    backMinutes[machine] = away.backMinute();
                    nodes.away(machine, minute);
                }
            }
            case FleetEvent.Back _ -> {
                if (nodes.isAway(machine)) {
                    nodes.back(machine, minute);
                }
            }
            case FleetEvent.Install install -> nodes.install(machine, minute, install.release());
            case FleetEvent.Change change -> {
                change.facts().vbs().ifPresent(vbs -> nodes.vbs(machine, vbs));
                if (licensed) {
                    renewal.add(change.machine(), minute, change.facts());
                }
            }
        }
    }

    private static long earlier(long barrier, long happening) {
        if (barrier < 0 || happening < 0) {
            return Math.max(barrier, happening);
        }
        return Math.min(barrier, happening);
    }
}
