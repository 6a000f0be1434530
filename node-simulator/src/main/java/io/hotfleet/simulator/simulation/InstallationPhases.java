package io.hotfleet.simulator.simulation;

import io.hotfleet.node.workflow.Phase;
import io.hotfleet.node.workflow.Step;
import java.util.ArrayList;
import java.util.List;

/// The states that an undisturbed piece of work passes through before it has ended. The drawn time of an installation
/// is divided among its steps as their medians are.
public final class InstallationPhases {
    private static final List<Part> HOTPATCH = List.of(
            new Part(Phase.DOWNLOADING, Step.DOWNLOAD),
            new Part(Phase.ANALYSING, Step.ANALYSE),
            new Part(Phase.VALIDATING, Step.VALIDATE),
            new Part(Phase.LOADING, Step.LOAD),
            new Part(Phase.HOOKING, Step.HOOK),
            new Part(Phase.VERIFYING, Step.VERIFY));
    private static final List<Part> FILES = List.of(
            new Part(Phase.DOWNLOADING, Step.DOWNLOAD),
            new Part(Phase.ANALYSING, Step.ANALYSE),
            new Part(Phase.VALIDATING, Step.VALIDATE),
            new Part(Phase.LOADING, Step.STAGE));

    private InstallationPhases() {}

    private record Part(Phase phase, Step step) {}

    /// @param afterSeconds the begin of the work
    public record Entered(Phase phase, int afterSeconds) {}

    public static List<Entered> of(UpdateCycle.Work work, UpdateCycle cycle) {
        List<Entered> entered = new ArrayList<>();
        int installed = cycle.drainSeconds() + cycle.installSeconds();
        if (work.kb() != null) {
            entered.add(new Entered(Phase.OFFERED, 0));
            addParts(work.hotpatch() ? HOTPATCH : FILES, cycle, entered);
        }
        if (work.restart()) {
            entered.add(new Entered(Phase.RESTARTING, installed));
        } else if (work.hotpatch()) {
            entered.add(new Entered(Phase.RETIRING, installed));
        }
        return entered;
    }

    private static void addParts(List<Part> parts, UpdateCycle cycle, List<Entered> entered) {
        int all = parts.stream().mapToInt(part -> part.step().medianSeconds()).sum();
        int before = 0;
        for (Part part : parts) {
            long share = (long) cycle.installSeconds() * before / all;
            entered.add(new Entered(part.phase(), cycle.drainSeconds() + (int) share));
            before += part.step().medianSeconds();
        }
    }
}
