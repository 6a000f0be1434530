package io.hotfleet.node.batch;

import io.hotfleet.node.workflow.Phase;
import io.hotfleet.node.workflow.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The states that an update passes through where nothing goes wrong, and the step that each of them takes.
///
/// Asking allocates nothing, except for [#entered].
public enum UpdatePath {
    HOTPATCH(
            Phase.RETIRING,
            new Part(Phase.DOWNLOADING, Step.DOWNLOAD),
            new Part(Phase.ANALYSING, Step.ANALYSE),
            new Part(Phase.VALIDATING, Step.VALIDATE),
            new Part(Phase.LOADING, Step.LOAD),
            new Part(Phase.HOOKING, Step.HOOK),
            new Part(Phase.VERIFYING, Step.VERIFY)),
    /// A baseline or a cumulative update.
    FILES(
            Phase.RESTARTING,
            new Part(Phase.DOWNLOADING, Step.DOWNLOAD),
            new Part(Phase.ANALYSING, Step.ANALYSE),
            new Part(Phase.VALIDATING, Step.VALIDATE),
            new Part(Phase.LOADING, Step.STAGE));

    private final List<Part> parts;
    private final int medianSeconds;
    /// By the ordinal of the state before.
    private final Phase[] next = new Phase[Phase.values().length];
    /// By the ordinal of the state; null where it takes no step.
    private final Step[] steps = new Step[Phase.values().length];

    UpdatePath(Phase installed, Part... parts) {
        this.parts = List.of(parts);
        this.medianSeconds = Arrays.stream(parts)
                .mapToInt(part -> part.step().medianSeconds())
                .sum();
        Phase before = Phase.OFFERED;
        for (Part part : parts) {
            next[before.ordinal()] = part.phase();
            steps[part.phase().ordinal()] = part.step();
            before = part.phase();
        }
        next[before.ordinal()] = installed;
        next[Phase.ROLLED_BACK.ordinal()] = next[Phase.OFFERED.ordinal()];
    }

    private record Part(Phase phase, Step step) {}

    /// @param afterSeconds the begin of the work
    public record Entered(Phase phase, int afterSeconds) {}

    /// @param phase of an update that is not installed yet
    Phase next(Phase phase) {
        return next[phase.ordinal()];
    }

    /// @param phase in which an update is installed
    Step step(Phase phase) {
        return steps[phase.ordinal()];
    }

    /// The states of a whole installation of which only the time of the whole is drawn: it is divided among the steps
    /// as their medians are.
    ///
    /// @param drainSeconds between the offer and the download
    public List<Entered> entered(int drainSeconds, int installSeconds) {
        List<Entered> entered = new ArrayList<>();
        entered.add(new Entered(Phase.OFFERED, 0));
        int before = 0;
        for (Part part : parts) {
            long share = (long) installSeconds * before / medianSeconds;
            entered.add(new Entered(part.phase(), drainSeconds + (int) share));
            before += part.step().medianSeconds();
        }
        return entered;
    }
}
