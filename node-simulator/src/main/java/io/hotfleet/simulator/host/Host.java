package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.machine.Software;
import io.hotfleet.simulator.host.vote.Ballot;
import io.hotfleet.simulator.host.vote.Elector;
import io.hotfleet.simulator.host.vote.Ordinal;
import io.hotfleet.simulator.host.vote.Seats;
import io.hotfleet.simulator.host.vote.Timing;
import io.quarkus.logging.Log;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One node: its phase, its part in elections and its notes, changed by one thread at a time.
///
/// What it promises is on disk before anybody hears of it.
final class Host {
    private static final long NEVER_MS = Long.MIN_VALUE / 2;

    private final HostConfig config;
    private final Clock clock;
    private final Notebook notebook;
    private final Elector elector;
    private final String name;
    private Notes notes;
    private Phase phase;
    private long ownerSeenMs = NEVER_MS;

    Host(HostConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.name = config.name().orElseThrow(() -> new IllegalArgumentException("hotfleet.host.name is not given"));
        this.notebook = new Notebook(config.notebook());
        Seats first = Seats.first(
                config.voters().orElseThrow(() -> new IllegalArgumentException("hotfleet.host.voters is not given")));
        this.notes = notebook.read()
                .map(before -> before.started(clock.millis()))
                .orElseGet(() ->
                        Notes.fresh(Ballot.newcomer(name, first), Software.fresh(config.product(), config.release())));
        Timing timing = new Timing(
                config.beat().toMillis(),
                config.lease().toMillis(),
                config.stagger().toMillis());
        this.elector = new Elector(notes.ballot(), timing, Ordinal.of(name), nowMs());
        this.phase = firstPhase();
        notebook.write(notes);
    }

    String name() {
        return name;
    }

    /// Of a clock that never goes back.
    static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    synchronized Phase phase() {
        return phase;
    }

    /// @return whether the move was legal
    synchronized boolean move(UnaryOperator<Phase> how) {
        Phase before = phase;
        phase = how.apply(before);
        if (!phase.equals(before)) {
            Log.infof("%s is %s, was %s", name, phase.word(), before.word());
        }
        return !phase.equals(before);
    }

    synchronized Notes notes() {
        return notes;
    }

    synchronized Notes note(UnaryOperator<Notes> how) {
        Notes changed = how.apply(notes);
        if (!changed.equals(notes)) {
            notebook.write(changed);
            notes = changed;
        }
        return notes;
    }

    /// Takes part in an election; returns when what changed is on disk.
    synchronized <T> T vote(Function<Elector, T> part) {
        T result = part.apply(elector);
        note(before -> before.with(elector.ballot()));
        if (owner().isPresent()) {
            ownerSeenMs = nowMs();
        }
        return result;
    }

    synchronized boolean serves() {
        return phase.takesPart() && elector.ownership().serves(nowMs());
    }

    synchronized Optional<String> owner() {
        return elector.owner(nowMs());
    }

    /// Only a majority has an owner; an election may take one more lease.
    synchronized boolean hasQuorum() {
        return nowMs() - ownerSeenMs < config.lease().toMillis();
    }

    /// A newcomer believes in the seats that its cluster began with, until an owner tells it better.
    synchronized boolean hasVote() {
        return notes.ballot().seats().has(name) && !notes.ballot().newcomer();
    }

    /// Notes that the process ends in order; an evicted node leaves nothing behind.
    synchronized void close(Departure why) {
        note(before -> before.exited(clock.millis()));
        if (why == Departure.EVICTION) {
            notebook.remove();
        }
    }

    private Phase firstPhase() {
        long quarantinedUntilMs = notes.quarantinedUntilMs(config);
        if (quarantinedUntilMs > clock.millis()) {
            Log.warnf(
                    "%s ended ungracefully %d times within %s: it stays away until a person or time releases it",
                    name, config.crashesMax(), config.crashesWithin());
            return new Phase.Quarantined(quarantinedUntilMs);
        }
        return new Phase.Booting(notes.exitedMs() + config.restart().toMillis());
    }
}
