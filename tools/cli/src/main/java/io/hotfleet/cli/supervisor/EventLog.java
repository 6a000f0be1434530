package io.hotfleet.cli.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happened to the stack, in order. A handful of lines for each start of a member, so nothing is dropped.
final class EventLog {

    private final List<StackEvent> events = new ArrayList<>();

    synchronized void add(StackEvent.Kind kind, String text) {
        events.add(new StackEvent(kind, text));
        notifyAll();
    }

    synchronized int size() {
        return events.size();
    }

    /// The event at `index`, or nothing if it does not come within `timeout`.
    synchronized Optional<StackEvent> await(int index, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); index >= events.size() && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return index < events.size() ? Optional.of(events.get(index)) : Optional.empty();
    }
}
