package io.hotfleet.node.workflow;

import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which states and failures have been seen, so that a random test cannot go blind.
final class Coverage {
    /// Found by checks that no random fault can reach: manifests here name only the publisher's files, and they fit.
    private static final Set<Failure> ELSEWHERE = Set.of(
            Failure.OTHER_PUBLISHER, Failure.DEPENDENCY_MISSING, Failure.NO_ADDRESS_SPACE, Failure.UNEXPECTED_PROLOGUE);

    private static final int NEWEST = 4;

    private final Set<String> missing = new TreeSet<>();

    Coverage() {
        for (Class<?> state : NodeState.class.getDeclaredClasses()) {
            if (state.isRecord()) {
                missing.add(state.getSimpleName());
            }
        }
        Arrays.stream(Failure.values())
                .filter(failure -> !ELSEWHERE.contains(failure))
                .forEach(failure -> missing.add(failure.name()));
        Arrays.stream(Kind.values()).forEach(kind -> missing.add(kind.name()));
    }

    void see(Node node) {
        missing.remove(node.state().getClass().getSimpleName());
        if (node.state() instanceof NodeState.RolledBack rolledBack) {
            missing.remove(rolledBack.failure().name());
        }
        List<Event> events = node.journal().events();
        events.subList(Math.max(0, events.size() - NEWEST), events.size())
                .forEach(event -> missing.remove(event.kind().name()));
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    Set<String> missing() {
        return missing;
    }
}
