package io.hotfleet.clusternode.agent;

import io.hotfleet.clusternode.election.Ballot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;

/// What a node knows of its own past. Times are milliseconds of the wall clock.
///
/// @param running whether its process ended in any other way than it was meant to, unless it still runs
/// @param exitedMs when it last went down in order; 0 before, and from the beginning of an order on, so that an order
/// knows its own exit
/// @param crashesMs when it found that it had ended ungracefully, the latest ones
/// @param cursor id of the last order that it has seen
/// @param open the order that it restarted for, or is busy with; null if there is none
/// @param unsent its last report, until it is stored; null then
@RegisterForReflection(registerFullHierarchy = true)
public record PersistentState(
        Ballot ballot,
        boolean running,
        long exitedMs,
        List<Long> crashesMs,
        InstalledSoftware software,
        long cursor,
        int seq,
        UpdateCommand open,
        UpdateReport unsent) {
    private static final int CRASHES_KEPT_MAX = 20;

    static PersistentState fresh(Ballot ballot, InstalledSoftware software) {
        return new PersistentState(ballot, true, 0, List.of(), software, 0, 0, null, null);
    }

    /// @param lastSeq number of the last report that arrived
    PersistentState restored(InstalledSoftware had, int lastSeq) {
        return new PersistentState(ballot, running, exitedMs, crashesMs, had, cursor, lastSeq, open, unsent);
    }

    /// At the start of a process. The last one ran until it was killed, unless it noted its exit.
    PersistentState started(long nowMs) {
        PersistentState started =
                new PersistentState(ballot, true, exitedMs, crashesMs, software, cursor, seq, open, unsent);
        if (!running) {
            return started;
        }
        List<Long> crashes = Stream.concat(crashesMs.stream(), Stream.of(nowMs))
                .skip(Math.max(0, crashesMs.size() + 1 - CRASHES_KEPT_MAX))
                .toList();
        return new PersistentState(ballot, true, 0, crashes, software, cursor, seq, open, unsent);
    }

    PersistentState exited(long nowMs) {
        return new PersistentState(ballot, false, nowMs, crashesMs, software, cursor, seq, open, unsent);
    }

    PersistentState with(Ballot changed) {
        return new PersistentState(changed, running, exitedMs, crashesMs, software, cursor, seq, open, unsent);
    }

    PersistentState seen(long newCursor) {
        return new PersistentState(ballot, running, exitedMs, crashesMs, software, newCursor, seq, open, unsent);
    }

    PersistentState begun(UpdateCommand order) {
        return new PersistentState(ballot, running, 0, crashesMs, software, order.id(), seq, order, unsent);
    }

    PersistentState installed(InstalledSoftware now) {
        return new PersistentState(ballot, running, exitedMs, crashesMs, now, cursor, seq, open, unsent);
    }

    /// In a fleet that knew nothing of it: what it was told there before is nobody's any more.
    PersistentState entered() {
        return new PersistentState(ballot, running, exitedMs, crashesMs, software, cursor, seq, null, null);
    }

    PersistentState reporting(UpdateReport report) {
        return new PersistentState(ballot, running, exitedMs, crashesMs, software, cursor, report.seq(), null, report);
    }

    PersistentState reported() {
        return new PersistentState(ballot, running, exitedMs, crashesMs, software, cursor, seq, open, null);
    }

    /// When three ungraceful ends (or whatever `crashesMax` says) lie within the time: until when it stays away.
    long quarantinedUntilMs(NodeConfig config) {
        if (crashesMs.size() < config.crashesMax()) {
            return 0;
        }
        long last = crashesMs.getLast();
        long earliest = crashesMs.get(crashesMs.size() - config.crashesMax());
        boolean tooMany = last - earliest < config.crashesWithin().toMillis();
        return tooMany ? last + config.quarantine().toMillis() : 0;
    }
}
