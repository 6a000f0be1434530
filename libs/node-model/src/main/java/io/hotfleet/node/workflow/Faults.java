package io.hotfleet.node.workflow;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The faults that lie on one node.
final class Faults {
    private static final int NORMAL_PER_CENT = 100;
    private static final int SLOWEST_PER_CENT = 10_000;

    private final Map<Fault, Integer> waiting = new EnumMap<>(Fault.class);

    void put(Fault fault, int value) {
        waiting.put(fault, value);
    }

    void heal(Fault fault) {
        waiting.remove(fault);
    }

    boolean has(Fault fault) {
        return waiting.containsKey(fault);
    }

    /// Whether the fault strikes now; one that strikes once is gone afterwards.
    boolean strikes(Fault fault) {
        boolean here = waiting.containsKey(fault);
        if (!fault.isLasting()) {
            waiting.remove(fault);
        }
        return here;
    }

    /// The value of a fault that strikes now, or -1.
    int strike(Fault fault) {
        int value = waiting.getOrDefault(fault, -1);
        return strikes(fault) ? Math.max(0, value) : -1;
    }

    /// Whether power is lost before a state's step ends.
    boolean strikesIn(NodeState state) {
        int number = waiting.getOrDefault(Fault.POWER_LOSS, 0);
        int asked = number == Step.STAGE.number() ? Step.LOAD.number() : number;
        boolean here = step(state).filter(step -> step.number() == asked).isPresent();
        return here && strikes(Fault.POWER_LOSS);
    }

    /// The step that is under way in a state; files are staged where patch images would be loaded.
    static Optional<Step> step(NodeState state) {
        return switch (state) {
            case NodeState.Downloading _ -> Optional.of(Step.DOWNLOAD);
            case NodeState.Analysing _ -> Optional.of(Step.ANALYSE);
            case NodeState.Validating _ -> Optional.of(Step.VALIDATE);
            case NodeState.Loading _ -> Optional.of(Step.LOAD);
            case NodeState.Hooking _ -> Optional.of(Step.HOOK);
            case NodeState.Verifying _ -> Optional.of(Step.VERIFY);
            case NodeState.Failed _ -> Optional.of(Step.UNDO);
            case NodeState.Restarting _ -> Optional.of(Step.RESTART);
            case NodeState.Offered _,
                    NodeState.Retiring _,
                    NodeState.Active _,
                    NodeState.PartlyActive _,
                    NodeState.RolledBack _ -> Optional.empty();
        };
    }

    Optional<Failure> download() {
        return has(Fault.PARTITION) ? Optional.of(Failure.UNREACHABLE) : stage();
    }

    /// Writing what was downloaded needs room, too.
    Optional<Failure> stage() {
        return has(Fault.DISK_FULL) ? Optional.of(Failure.DISK_FULL) : Optional.empty();
    }

    int slowness() {
        int value = waiting.getOrDefault(Fault.SLOW_NODE, NORMAL_PER_CENT);
        return Math.clamp(value, NORMAL_PER_CENT, SLOWEST_PER_CENT);
    }

    int skewSeconds() {
        return waiting.getOrDefault(Fault.CLOCK_SKEW, 0);
    }

    Map<Fault, Integer> all() {
        return Map.copyOf(waiting);
    }
}
