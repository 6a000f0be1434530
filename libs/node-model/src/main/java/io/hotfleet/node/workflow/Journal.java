package io.hotfleet.node.workflow;

import java.util.ArrayList;
import java.util.List;

/// What a node remembers: its timeline and its update history, the newest entries of each.
public final class Journal {
    public static final int EVENTS_MAX = 1_000;
    public static final int UPDATES_MAX = 200;

    private final List<Event> events = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private int dropped;
    private int droppedUpdates;

    Journal() {}

    void add(long atSeconds, String kb, Kind kind, String text) {
        if (events.size() == EVENTS_MAX) {
            events.removeFirst();
            dropped++;
        }
        events.add(new Event(atSeconds, kb, kind, text));
    }

    void installed(long atSeconds, String kb, How how, boolean restarted) {
        if (updates.size() == UPDATES_MAX) {
            updates.removeFirst();
            droppedUpdates++;
        }
        updates.add(new Update(atSeconds, kb, how, restarted));
    }

    /// How many events are older than the oldest that is kept.
    public int dropped() {
        return dropped;
    }

    /// How many updates are older than the oldest that is kept.
    public int droppedUpdates() {
        return droppedUpdates;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Update> updates() {
        return List.copyOf(updates);
    }

    public record Event(long atSeconds, String kb, Kind kind, String text) {}

    public record Update(long atSeconds, String kb, How how, boolean restarted) {}

    public enum Kind {
        STATE,
        REACH,
        FAILED,
        FALLS_BACK,
        OFFER_IGNORED,
        INSTALLED_ALREADY,
        REOFFER_LOOP,
        FAULT,
        PROCESS,
        RESTART,
        WITHDRAWAL
    }

    public enum How {
        HOTPATCH,
        FILES,
        UNINSTALLED
    }

    /// How often a release that is installed was offered again: an update that is installed anew at every scan is
    /// a known mistake of an update source (KB5068966), and costs history, not security.
    record Reoffers(String kb, int count, long firstSeconds) {
        static final int LOOP_OFFERS = 3;
        static final long LOOP_SECONDS = 7 * 86_400;
        static final Reoffers NONE = new Reoffers("", 0, 0);

        Reoffers again(String offered, long atSeconds) {
            boolean same = offered.equals(kb) && atSeconds - firstSeconds < LOOP_SECONDS;
            return same ? new Reoffers(kb, count + 1, firstSeconds) : new Reoffers(offered, 1, atSeconds);
        }

        boolean isLoop() {
            return count >= LOOP_OFFERS;
        }
    }
}
