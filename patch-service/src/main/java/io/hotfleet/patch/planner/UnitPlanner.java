package io.hotfleet.patch.planner;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.planner.Decision.Act;
import io.hotfleet.patch.planner.Decision.Hold;
import io.hotfleet.patch.planner.Decision.Rest;
import io.hotfleet.patch.planner.Decision.Wait;
import io.hotfleet.patch.planner.Node.Failure;
import io.hotfleet.patch.policy.Assumptions;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.MaintenanceWindow;

/// Decides what a unit does at a minute: fixes before releases, one node after the other, inside the window, and no
/// node of a cluster goes down unless all others are up.
public final class UnitPlanner {
    private static final int SECONDS_A_MINUTE = 60;

    private final FleetPlan plan;
    private final UpdateSelector chooser;

    public UnitPlanner(UpdateSelector chooser) {
        this.plan = chooser.plan();
        this.chooser = chooser;
    }

    /// One node's work; `choice` is null for a fix.
    private record Work(Member member, SelectedUpdate choice) {
        boolean restart() {
            return choice == null || choice.restart();
        }

        String name() {
            return choice == null ? Failure.FIX : choice.kb();
        }
    }

    public Decision decide(UnitSnapshot situation, long minute) {
        long retry = Minutes.NEVER;
        String held = null;
        for (boolean fixes : new boolean[] {true, false}) {
            for (int i = 0; i < situation.nodes().size(); i++) {
                Node node = situation.nodes().get(i);
                Work work = work(situation, i, minute, fixes);
                String obstacle = work == null ? null : obstacle(situation, work);
                if (work == null || obstacle != null) {
                    held = held == null ? obstacle : held;
                    continue;
                }
                if (node.failure() != null
                        && node.failure().of(work.name())
                        && node.failure().retryAt() > minute) {
                    retry = Math.min(retry, node.failure().retryAt());
                    continue;
                }
                return timed(situation, work, minute);
            }
        }
        long next = Math.min(retry, nextOffer(situation.unit(), minute));
        String missing = held == null ? missing(situation, minute) : held;
        return missing == null || retry < Minutes.NEVER ? new Rest(next) : new Hold(next, missing);
    }

    /// Null if the node has nothing to do, or cannot be reached.
    private Work work(UnitSnapshot situation, int index, long minute, boolean fixes) {
        Node node = situation.nodes().get(index);
        Member member = situation.unit().members().get(index);
        if (!node.online()) {
            return null;
        }
        Work work;
        if (fixes) {
            work = node.fix() == Node.Fix.PENDING ? new Work(member, null) : null;
        } else {
            SelectedUpdate choice =
                    chooser.choose(node, member, situation.unit().ring(), minute);
            work = choice == null ? null : new Work(member, choice);
        }
        boolean givenUp = work != null
                && node.failure() != null
                && node.failure().of(work.name())
                && node.failure().exhausted();
        return givenUp ? null : work;
    }

    /// What is in the way: it would break the cluster, or fits no window whatsoever. Null if nothing is.
    private String obstacle(UnitSnapshot situation, Work work) {
        ClusterState cluster = situation.cluster();
        if (cluster != null
                && work.restart()
                && !cluster.quorum().mayDrain(work.member().position())) {
            return cluster.obstacle(situation.unit().members());
        }
        MaintenanceWindow window = situation.unit().window();
        long seconds = longestSeconds(situation.unit(), work);
        return window == null || seconds <= window.seconds()
                ? null
                : "%s on %s lasts up to %d minutes, the window %d"
                        .formatted(
                                work.name(),
                                work.member().name(),
                                Math.ceilDiv(seconds, SECONDS_A_MINUTE),
                                window.seconds() / SECONDS_A_MINUTE);
    }

    /// Who would have work, but cannot be reached; null if nobody.
    private String missing(UnitSnapshot situation, long minute) {
        for (int i = 0; i < situation.nodes().size(); i++) {
            Node node = situation.nodes().get(i);
            Member member = situation.unit().members().get(i);
            if (!node.online()) {
                SelectedUpdate choice =
                        chooser.choose(node, member, situation.unit().ring(), minute);
                if (choice != null) {
                    return "%s is down and gets %s when it is back".formatted(member.name(), choice.kb());
                }
            }
        }
        return null;
    }

    private Decision timed(UnitSnapshot situation, Work work, long minute) {
        long soaked = soaked(situation);
        if (soaked > minute) {
            return new Wait(soaked);
        }
        MaintenanceWindow window = situation.unit().window();
        if (window == null) {
            return act(situation.unit(), work, minute, 0);
        }
        MaintenanceWindow.Span span = window.at(minute);
        if (span.start() > minute) {
            return new Wait(span.start());
        }
        boolean fits =
                minute * SECONDS_A_MINUTE + longestSeconds(situation.unit(), work) <= span.end() * SECONDS_A_MINUTE;
        return fits
                ? act(situation.unit(), work, minute, span.start())
                : new Wait(window.at(span.end()).start());
    }

    private Act act(Unit unit, Work work, long minute, long window) {
        int roles = work.restart() ? drained(unit, work.member()) : 0;
        int machine = work.member().number();
        SelectedUpdate choice = work.choice();
        Command command = choice == null
                ? new Command(0, machine, minute, Action.FIX, null, null, true, roles, Failure.FIX)
                : new Command(
                        0,
                        machine,
                        minute,
                        Action.INSTALL,
                        choice.kb(),
                        choice.contents(),
                        choice.restart(),
                        roles,
                        choice.reason());
        return new Act(command, choice == null ? 0 : choice.offer().appears(), window);
    }

    /// The longest that the node's whole cycle can last.
    private long longestSeconds(Unit unit, Work work) {
        Assumptions assumed = plan.definition().assumptions();
        Assumptions.Span install = null;
        if (work.choice() != null) {
            install = work.choice().contents() == Contents.HOTPATCH
                    ? assumed.hotpatchInstall()
                    : assumed.cumulativeInstall();
        }
        return assumed.longestSeconds(install, work.restart(), drained(unit, work.member()));
    }

    /// A cluster of one node has nowhere to move its roles to.
    private static int drained(Unit unit, Member member) {
        return unit.members().size() > 1 ? member.clusteredRoles() : 0;
    }

    private long soaked(UnitSnapshot situation) {
        return situation.unit().cluster()
                ? situation.state().restedFrom() + plan.definition().policy().clusterSoakMinutes()
                : 0;
    }

    private long nextOffer(Unit unit, long minute) {
        long next = Minutes.NEVER;
        for (Member member : unit.members()) {
            next = Math.min(next, chooser.nextOffer(member.product(), unit.ring(), minute));
        }
        return next;
    }
}
