package io.hotfleet.patch.planner;

import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Node.Failure;
import io.hotfleet.patch.planner.Node.Fix;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.Offer.Dated;

/// Applies a report to its unit.
public final class ReportApplier {
    private final FleetPlan plan;

    public ReportApplier(FleetPlan plan) {
        this.plan = plan;
    }

    /// The snapshot after a report that is newer than the machine's last one.
    public UnitSnapshot apply(UnitSnapshot before, NodeReport report) {
        Member member = before.unit().member(report.machine());
        Command answered = answered(before, report, member);
        Node node = before.node(report.machine());
        Node reporting = node.withSeq(report.seq(), report.memory() == null ? node.memory() : report.memory());
        return switch (report.outcome()) {
            case PROGRESS -> before.with(reporting);
            case OFFLINE -> reach(before.with(reporting.withOnline(false)), member, false, report.at());
            case ONLINE -> reach(before.with(reporting.withOnline(true)), member, true, report.at());
            case FAILED -> ended(before.with(failed(reporting, answered, report)), answered, member, report);
            case INSTALLED, RESTARTED ->
                ended(before.with(installed(reporting, answered, member, report)), answered, member, report);
        };
    }

    /// The snapshot after a machine went down without a word, or was heard of again.
    public UnitSnapshot reached(UnitSnapshot before, int machine, boolean online, long minute) {
        Member member = before.unit().member(machine);
        return reach(before.with(before.node(machine).withOnline(online)), member, online, minute);
    }

    /// The open command that the report answers; null for what a machine did or suffered by itself.
    private Command answered(UnitSnapshot before, NodeReport report, Member member) {
        if (report.command() == 0) {
            if (report.outcome().installs() && plan.row(member.product(), report.kb()) == null) {
                throw refused(
                        member, report, "'%s' is no dated release of %s".formatted(report.kb(), member.product()));
            }
            return null;
        }
        Command open = before.state().open();
        if (open == null || open.id() != report.command() || open.machine() != report.machine()) {
            throw refused(member, report, "command %d is not open for it".formatted(report.command()));
        }
        if (open.kb() == null ? report.kb() != null : !open.kb().equals(report.kb())) {
            throw refused(member, report, "its command installs %s, not %s".formatted(open.kb(), report.kb()));
        }
        if (report.outcome() == NodeReport.Outcome.PROGRESS) {
            return null;
        }
        if (report.at() <= open.at()) {
            throw refused(member, report, "it ends no later than its command begins");
        }
        return open;
    }

    private static ReportRefused refused(Member member, NodeReport report, String what) {
        return new ReportRefused(member.name(), report.seq(), what);
    }

    private Node installed(Node node, Command answered, Member member, NodeReport report) {
        boolean restart = report.outcome() == NodeReport.Outcome.RESTARTED;
        if (answered != null && answered.action() == Action.FIX) {
            Node fixed = node.withFix(Fix.DONE).withInstall(restart, false, report.downSeconds());
            return fixed.failure() == null ? fixed : fixed.failed(null);
        }
        Dated row = plan.row(member.product(), report.kb());
        Dated has = plan.row(member.product(), node.kb());
        boolean newer = has == null || row.appears() >= has.appears();
        boolean hotpatch = !restart && row.release().track() == TrackEffect.KEEPS;
        Node updated = node.withInstall(restart, hotpatch, report.downSeconds());
        return newer ? updated.installed(report.kb(), updated.track().after(row.release())) : updated;
    }

    private static Node failed(Node node, Command answered, NodeReport report) {
        if (answered == null) {
            return node;
        }
        String what = answered.action() == Action.FIX ? Failure.FIX : answered.kb();
        return node.failed(Failure.again(node.failure(), what, report.at()));
    }

    private static UnitSnapshot ended(UnitSnapshot now, Command answered, Member member, NodeReport report) {
        UnitState state =
                answered == null ? now.state().moved(report.at()) : now.state().answered(report.at());
        boolean down = now.cluster() != null && report.downSeconds() > 0;
        UnitSnapshot moved = now.with(state);
        return down ? moved.with(now.cluster().restarted(member, report.at(), report.downSeconds())) : moved;
    }

    private static UnitSnapshot reach(UnitSnapshot now, Member member, boolean online, long minute) {
        UnitSnapshot moved = now.with(now.state().moved(minute));
        if (now.cluster() == null) {
            return moved;
        }
        ClusterState cluster =
                online ? now.cluster().joined(member, minute) : now.cluster().lost(member, minute);
        return moved.with(cluster);
    }
}
