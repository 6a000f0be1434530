package io.hotfleet.licensing.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// What was and is known of a machine, in order of time; two neighbours always differ. Immutable.
///
/// A live machine may have a span in the future: a licence that is on its way.
public record Timeline(List<Span> spans) {
    public Timeline {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A timeline has at least one span.");
        }
        spans = List.copyOf(spans);
    }

    public static Timeline from(Instant since, Facts facts) {
        return new Timeline(List.of(new Span(since, facts)));
    }

    public Span first() {
        return spans.getFirst();
    }

    /// The span that holds at a time; before the first one begins, the first.
    public Span at(Instant time) {
        return spans.get(indexAt(time));
    }

    /// The same timeline, but for facts that change at a minute. What was told for a later minute stays as told.
    public Timeline with(Instant minute, Map<Fact, String> changes) {
        Instant since = minute.isBefore(first().since()) ? first().since() : minute;
        int index = indexAt(since);
        List<Span> revised = new ArrayList<>(spans.subList(0, index + 1));
        Facts facts = revised.getLast().facts().with(changes);
        append(revised, new Span(since, facts));
        for (int later = index + 1; later < spans.size(); later++) {
            Map<Fact, String> told =
                    spans.get(later - 1).facts().changesTo(spans.get(later).facts());
            facts = facts.with(told);
            append(revised, new Span(spans.get(later).since(), facts));
        }
        return new Timeline(revised);
    }

    /// Forgets what was told for later than a time.
    public Timeline until(Instant time) {
        return new Timeline(spans.subList(0, indexAt(time) + 1));
    }

    /// Since when a view of the facts has been what it is at a time.
    public Instant holdsSince(Instant time, Function<Facts, ?> view) {
        int index = indexAt(time);
        Object present = view.apply(spans.get(index).facts());
        while (index > 0
                && Objects.equals(present, view.apply(spans.get(index - 1).facts()))) {
            index--;
        }
        return spans.get(index).since();
    }

    private int indexAt(Instant time) {
        int index = spans.size() - 1;
        while (index > 0 && spans.get(index).since().isAfter(time)) {
            index--;
        }
        return index;
    }

    private static void append(List<Span> spans, Span next) {
        if (spans.getLast().since().equals(next.since())) {
            spans.removeLast();
        }
        if (spans.isEmpty() || !spans.getLast().facts().equals(next.facts())) {
            spans.add(next);
        }
    }
}
