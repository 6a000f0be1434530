package io.hotfleet.patch.planner;

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
import io.hotfleet.postgres.Minutes;
import java.util.Optional;

/// Decides what a unit does at a minute: fixes before releases, one node after the other, inside the window, and no
/// node of a cluster goes down unless all others are up.
public final class UnitPlanner {
    private static final int SECONDS_A_MINUTE = 60;

    private final FleetPlan plan;
    private final UpdateSelector selector;

    public UnitPlanner(UpdateSelector selector) {
        this.plan = selector.plan();
        this.selector = selector;
    }

    /// One node's work; `selected` is null for a fix.
    private record Work(Member member, SelectedUpdate selected) {
        boolean restart() {
            return selected == null || selected.restart();
        }

        String name() {
            return selected == null ? Failure.FIX : selected.kb();
        }
    }

    public Decision decide(UnitSnapshot snapshot, long minute) {
        long retry = Minutes.NEVER;
        String held = null;
        for (boolean fixes : new boolean[] {true, false}) {
            for (int i = 0; i < snapshot.nodes().size(); i++) {
                Node node = snapshot.nodes().get(i);
                Work work = work(snapshot, i, minute, fixes);
                String obstacle = work == null ? null : obstacle(snapshot, work);
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
                return timed(snapshot, work, minute);
            }
        }
        long next = Math.min(retry, nextOffer(snapshot.unit(), minute));
        String missing = held == null ? missing(snapshot, minute) : held;
        return missing == null || retry < Minutes.NEVER ? new Rest(next) : new Hold(next, missing);
    }

    /// Null if the node has nothing to do, or cannot be reached.
    private Work work(UnitSnapshot snapshot, int index, long minute, boolean fixes) {
        Node node = snapshot.nodes().get(index);
        Member member = snapshot.unit().members().get(index);
        if (!node.online()) {
            return null;
        }
        Work work;
        if (fixes) {
            work = node.fix() == Node.Fix.PENDING ? new Work(member, null) : null;
        } else {
            work = selector.choose(node, member, snapshot.unit().ring(), minute)
                    .map(selected -> new Work(member, selected))
                    .orElse(null);
        }
        boolean givenUp = work != null
                && node.failure() != null
                && node.failure().of(work.name())
                && node.failure().exhausted();
        return givenUp ? null : work;
    }

    /// What is in the way: it would break the cluster, or fits no window whatsoever. Null if nothing is.
    private String obstacle(UnitSnapshot snapshot, Work work) {
        ClusterState cluster = snapshot.cluster();
        if (cluster != null
                && work.restart()
                && !cluster.quorum().mayDrain(work.member().position())) {
            return cluster.obstacle(snapshot.unit().members());
        }
        MaintenanceWindow window = snapshot.unit().window();
        long seconds = longestSeconds(snapshot.unit(), work);
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
    private String missing(UnitSnapshot snapshot, long minute) {
        for (int i = 0; i < snapshot.nodes().size(); i++) {
            Node node = snapshot.nodes().get(i);
            Member member = snapshot.unit().members().get(i);
            if (!node.online()) {
                Optional<SelectedUpdate> selected =
                        selector.choose(node, member, snapshot.unit().ring(), minute);
                if (selected.isPresent()) {
                    return "%s is down and gets %s when it is back"
                            .formatted(member.name(), selected.get().kb());
                }
            }
        }
        return null;
    }

    private Decision timed(UnitSnapshot snapshot, Work work, long minute) {
        long soaked = soaked(snapshot);
        if (soaked > minute) {
            return new Wait(soaked);
        }
        MaintenanceWindow window = snapshot.unit().window();
        if (window == null) {
            return act(snapshot.unit(), work, minute, 0);
        }
        MaintenanceWindow.Span span = window.at(minute);
        if (span.start() > minute) {
            return new Wait(span.start());
        }
        boolean fits =
                minute * SECONDS_A_MINUTE + longestSeconds(snapshot.unit(), work) <= span.end() * SECONDS_A_MINUTE;
        return fits
                ? act(snapshot.unit(), work, minute, span.start())
                : new Wait(window.at(span.end()).start());
    }

    private Act act(Unit unit, Work work, long minute, long window) {
        int roles = work.restart() ? drained(unit, work.member()) : 0;
        int machine = work.member().number();
        SelectedUpdate selected = work.selected();
        Command command = selected == null
                ? new Command(0, machine, minute, Action.FIX, null, null, true, roles, Reason.Due.FIX)
                : new Command(
                        0,
                        machine,
                        minute,
                        Action.INSTALL,
                        selected.kb(),
                        selected.contents(),
                        selected.restart(),
                        roles,
                        selected.reason());
        return new Act(command, selected == null ? 0 : selected.offer().appears(), window);
    }

    /// The longest that the node's whole cycle can last.
    private long longestSeconds(Unit unit, Work work) {
        Assumptions assumed = plan.definition().assumptions();
        Assumptions.Span install = null;
        if (work.selected() != null) {
            install = work.selected().contents() == Contents.HOTPATCH
                    ? assumed.hotpatchInstall()
                    : assumed.cumulativeInstall();
        }
        return assumed.longestSeconds(install, work.restart(), drained(unit, work.member()));
    }

    /// A cluster of one node has nowhere to move its roles to.
    private static int drained(Unit unit, Member member) {
        return unit.members().size() > 1 ? member.clusteredRoles() : 0;
    }

    private long soaked(UnitSnapshot snapshot) {
        return snapshot.unit().cluster()
                ? snapshot.state().restedFrom() + plan.definition().policy().clusterSoakMinutes()
                : 0;
    }

    private long nextOffer(Unit unit, long minute) {
        long next = Minutes.NEVER;
        for (Member member : unit.members()) {
            next = Math.min(next, selector.nextOffer(member.product(), unit.ring(), minute));
        }
        return next;
    }
}
