package io.hotfleet.simulator.fleet.node;

import io.hotfleet.node.workflow.Journal;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.simulator.fleet.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a node remembers, as it is shown.
final class NodeHistory {
    private NodeHistory() {}

    /// @param number of the event since the node's first boot, from 1; wide enough to sort as text
    record EventView(String number, Instant at, String kb, String kind, String text) {}

    /// @param number of the update since the node's first boot, from 1; wide enough to sort as text
    /// @param how `hotpatch`, `files` or `uninstalled`
    /// @param restart whether it took one
    record UpdateView(String number, Instant at, String kb, String how, boolean restart) {}

    static List<EventView> timeline(Node node) {
        Journal journal = node.journal();
        List<EventView> views = new ArrayList<>();
        for (Event event : journal.events()) {
            String text = event.kind() == Kind.STATE ? NodeView.state(event.text()) : event.text();
            views.add(new EventView(
                    number(journal.dropped() + views.size() + 1),
                    Instant.ofEpochSecond(event.atSeconds()),
                    event.kb(),
                    Spelling.of(event.kind()),
                    text));
        }
        return views;
    }

    static List<UpdateView> updates(Node node) {
        Journal journal = node.journal();
        List<UpdateView> views = new ArrayList<>();
        journal.updates()
                .forEach(update -> views.add(new UpdateView(
                        number(journal.droppedUpdates() + views.size() + 1),
                        Instant.ofEpochSecond(update.atSeconds()),
                        update.kb(),
                        Spelling.of(update.how()),
                        update.restarted())));
        return views;
    }

    private static String number(int number) {
        return "%07d".formatted(number);
    }
}
