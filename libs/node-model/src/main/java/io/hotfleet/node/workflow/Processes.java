package io.hotfleet.node.workflow;

import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Processes that ended and will be started again.
final class Processes {
    static final int RECOVERY_SECONDS = 60;

    private final List<String> recoverable;
    /// The time of the next start.
    private final Map<String, Long> ended = new TreeMap<>();

    Processes(Shape shape) {
        recoverable = shape.recoverable();
    }

    Optional<String> exit(AddressSpace memory, int which, long atSeconds) {
        String process = recoverable.get(Math.floorMod(which, recoverable.size()));
        if (!memory.exit(atSeconds, process)) {
            return Optional.empty();
        }
        ended.put(process, atSeconds + RECOVERY_SECONDS);
        return Optional.of(process);
    }

    long nextStartSeconds() {
        return ended.values().stream().mapToLong(Long::longValue).min().orElse(NodeState.NEVER);
    }

    List<String> start(AddressSpace memory, long atSeconds) {
        List<String> due = ended.entrySet().stream()
                .filter(process -> process.getValue() <= atSeconds)
                .map(Map.Entry::getKey)
                .toList();
        for (String process : due) {
            memory.start(atSeconds, process);
            ended.remove(process);
        }
        return due;
    }

    /// After a boot all run.
    void clear() {
        ended.clear();
    }
}
