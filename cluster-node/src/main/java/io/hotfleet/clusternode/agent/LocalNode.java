package io.hotfleet.clusternode.agent;

import io.hotfleet.clusternode.election.Ballot;
import io.hotfleet.clusternode.election.Elector;
import io.hotfleet.clusternode.election.Membership;
import io.hotfleet.clusternode.election.Ordinal;
import io.hotfleet.clusternode.election.Timing;
import io.quarkus.logging.Log;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One node: its phase, its part in elections and its notes, changed by one thread at a time.
///
/// What it promises is on disk before anybody hears of it.
public final class LocalNode {
    private static final long NEVER_MS = Long.MIN_VALUE / 2;

    private final NodeConfig config;
    private final Clock clock;
    private final StateFile notebook;
    private final Elector elector;
    private final String name;
    private PersistentState notes;
    private NodePhase phase;
    private long ownerSeenMs = NEVER_MS;

    public LocalNode(NodeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.name = config.name().orElseThrow(() -> new IllegalArgumentException("hotfleet.host.name is not given"));
        this.notebook = new StateFile(config.notebook());
        Membership first = Membership.first(
                config.voters().orElseThrow(() -> new IllegalArgumentException("hotfleet.host.voters is not given")));
        this.notes = notebook.read()
                .map(before -> before.started(clock.millis()))
                .orElseGet(() -> PersistentState.fresh(
                        Ballot.newcomer(name, first), InstalledSoftware.fresh(config.product(), config.release())));
        Timing timing = new Timing(
                config.beat().toMillis(),
                config.lease().toMillis(),
                config.stagger().toMillis());
        this.elector = new Elector(notes.ballot(), timing, Ordinal.of(name), nowMs());
        this.phase = firstPhase();
        notebook.write(notes);
    }

    public String name() {
        return name;
    }

    /// Of a clock that never goes back.
    public static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    public synchronized NodePhase phase() {
        return phase;
    }

    /// @return whether the move was legal
    public synchronized boolean move(UnaryOperator<NodePhase> how) {
        NodePhase before = phase;
        phase = how.apply(before);
        if (!phase.equals(before)) {
            Log.infof("%s is %s, was %s", name, phase.word(), before.word());
        }
        return !phase.equals(before);
    }

    public synchronized PersistentState notes() {
        return notes;
    }

    synchronized PersistentState note(UnaryOperator<PersistentState> how) {
        PersistentState changed = how.apply(notes);
        if (!changed.equals(notes)) {
            notebook.write(changed);
            notes = changed;
        }
        return notes;
    }

    /// Takes part in an election; returns when what changed is on disk.
    public synchronized <T> T vote(Function<Elector, T> part) {
        T result = part.apply(elector);
        note(before -> before.with(elector.ballot()));
        if (owner().isPresent()) {
            ownerSeenMs = nowMs();
        }
        return result;
    }

    public synchronized boolean serves() {
        return phase.takesPart() && elector.ownership().serves(nowMs());
    }

    public synchronized Optional<String> owner() {
        return elector.owner(nowMs());
    }

    /// Only a majority has an owner; an election may take one more lease.
    public synchronized boolean hasQuorum() {
        return nowMs() - ownerSeenMs < config.lease().toMillis();
    }

    /// A newcomer believes in the seats that its cluster began with, until an owner tells it better.
    public synchronized boolean hasVote() {
        return notes.ballot().seats().has(name) && !notes.ballot().newcomer();
    }

    /// Notes that the process ends in order; an evicted node leaves nothing behind.
    public synchronized void close(Departure why) {
        note(before -> before.exited(clock.millis()));
        if (why == Departure.EVICTION) {
            notebook.remove();
        }
    }

    private NodePhase firstPhase() {
        long quarantinedUntilMs = notes.quarantinedUntilMs(config);
        if (quarantinedUntilMs > clock.millis()) {
            Log.warnf(
                    "%s ended ungracefully %d times within %s: it stays away until a person or time releases it",
                    name, config.crashesMax(), config.crashesWithin());
            return new NodePhase.Quarantined(quarantinedUntilMs);
        }
        return new NodePhase.Booting(notes.exitedMs() + config.restart().toMillis());
    }
}
