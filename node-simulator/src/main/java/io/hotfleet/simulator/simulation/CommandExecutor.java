package io.hotfleet.simulator.simulation;

import io.hotfleet.node.batch.UpdatePath.Entered;
import io.hotfleet.node.kernel.History;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.node.workflow.Phase;
import io.hotfleet.simulator.client.Command;
import io.hotfleet.simulator.client.NodeReport;
import io.hotfleet.simulator.client.NodeReport.Outcome;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.client.Step;
import io.hotfleet.simulator.inventory.VbsState;
import io.hotfleet.simulator.simulation.MachineStates.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The machines of a play at work: commands and own installs in, reports out.
///
/// A machine that is busy begins what comes next when it has ended. A command that finds its machine away fails
/// at once, so that every command gets its report and the service decides anew once the machine is back.
final class CommandExecutor {
    private static final UpdateCycle NOTHING = new UpdateCycle(0, 0, 0);
    private static final String WSUS = "wsus";
    private static final int SECONDS_A_MINUTE = 60;

    private final SimulationInput stage;
    private final MachineStates machines;
    private final History history;
    private final boolean detail;
    private final List<NodeReport> reports = new ArrayList<>();

    /// @param detail whether every state on the way is reported, too
    CommandExecutor(SimulationInput stage, ReleaseContents contents, History history, boolean detail) {
        this.stage = stage;
        this.detail = detail;
        this.history = history;
        MachineProfile[] kinds = new MachineProfile[stage.names().length];
        Arrays.setAll(kinds, i -> MachineProfile.of(stage.machine(i).facts()));
        this.machines = new MachineStates(stage.seed(), stage.names(), kinds, contents);
        for (int i = 0; i < stage.names().length; i++) {
            machines.vbs(i, VbsState.of(stage.machine(i).facts().vbs()));
        }
    }

    /// @return the minute of the report's end
    long carryOut(int machine, Command command) {
        long at = Math.max(command.atMinute(), machines.busyUntil(machine));
        if (machines.isOffline(machine)) {
            return report(machine, at + 1, Ended.failed(command, null));
        }
        return work(machine, at, command.id(), UpdateWork.of(command));
    }

    /// The machine refuses what it is offered, for the reason of this code.
    void refuse(int machine, Command command, String code) {
        long at = Math.max(command.atMinute(), machines.busyUntil(machine));
        report(machine, at + 1, Ended.failed(command, code));
    }

    /// An install that no service asked for.
    void install(int machine, long at, Release release) {
        List<String> roles = stage.machine(machine).facts().roles();
        boolean restart = release.restarts(roles != null && roles.contains(WSUS));
        work(machine, at, 0, UpdateWork.of(release, restart));
    }

    void away(int machine, long at) {
        machines.offline(machine, true);
        report(machine, at, new Ended(0, null, Outcome.OFFLINE, null, NOTHING));
    }

    void back(int machine, long at) {
        machines.offline(machine, false);
        report(machine, at, new Ended(0, null, Outcome.ONLINE, null, NOTHING));
    }

    boolean isAway(int machine) {
        return machines.isOffline(machine);
    }

    long busyUntil(int machine) {
        return machines.busyUntil(machine);
    }

    void vbs(int machine, VbsState state) {
        machines.vbs(machine, state);
    }

    /// Takes the oldest reports, at most as many as an exchange carries.
    List<NodeReport> takeReports() {
        List<NodeReport> first = reports.subList(0, Math.min(reports.size(), Step.REPORTS_MAX));
        List<NodeReport> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    boolean hasReports() {
        return !reports.isEmpty();
    }

    private long work(int machine, long at, long command, UpdateWork work) {
        UpdateCycle cycle = UpdateCycle.draw(work, stage.fleet().assumptions(), stage.seed(), machines.key(machine));
        long end = cycle.endMinute(at);
        if (detail) {
            tell(machine, at, command, work, cycle);
        }
        machines.install(machine, work, end);
        machines.busyUntil(machine, end);
        Outcome outcome = work.restart() ? Outcome.RESTARTED : Outcome.INSTALLED;
        return report(machine, end, new Ended(command, work.installs().orElse(null), outcome, null, cycle));
    }

    /// What has come to its end.
    ///
    /// @param command 0 where none asked for it
    /// @param flaw why a package was refused; null where none was
    private record Ended(long command, String kb, Outcome outcome, String flaw, UpdateCycle cycle) {
        static Ended failed(Command command, String flaw) {
            return new Ended(command.id(), command.kb(), Outcome.FAILED, flaw, NOTHING);
        }
    }

    private long report(int machine, long minute, Ended ended) {
        history.add(minute, machine, machines.nextEnd(machine), ended.outcome().code());
        add(machine, minute, ended, null);
        return minute;
    }

    /// The states on the way to the end. They change nothing, hence have no place in the history.
    private void tell(int machine, long at, long command, UpdateWork work, UpdateCycle cycle) {
        Ended underWay = new Ended(command, work.installs().orElse(null), Outcome.PROGRESS, null, NOTHING);
        for (Entered entered : cycle.phases(work)) {
            add(machine, at + entered.afterSeconds() / SECONDS_A_MINUTE, underWay, entered.phase());
        }
    }

    private void add(int machine, long minute, Ended ended, Phase state) {
        View view = machines.view(machine, minute);
        reports.add(new NodeReport(
                view.name(),
                machines.nextReport(machine),
                minute,
                ended.command(),
                ended.kb(),
                ended.outcome(),
                state,
                ended.flaw(),
                ended.cycle().drainSeconds(),
                ended.cycle().installSeconds(),
                ended.cycle().downSeconds(),
                view.vbs().reported(),
                view.hooks(),
                view.patchKiB(),
                view.retainedKiB()));
    }
}
