package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.machine.Software;
import io.hotfleet.simulator.host.order.Order;
import io.hotfleet.simulator.host.order.Report;
import io.hotfleet.simulator.host.vote.Ballot;
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
public record Notes(
        Ballot ballot,
        boolean running,
        long exitedMs,
        List<Long> crashesMs,
        Software software,
        long cursor,
        int seq,
        Order open,
        Report unsent) {
    private static final int CRASHES_KEPT_MAX = 20;

    static Notes fresh(Ballot ballot, Software software) {
        return new Notes(ballot, true, 0, List.of(), software, 0, 0, null, null);
    }

    /// @param lastSeq number of the last report that arrived
    Notes restored(Software had, int lastSeq) {
        return new Notes(ballot, running, exitedMs, crashesMs, had, cursor, lastSeq, open, unsent);
    }

    /// At the start of a process. The last one ran until it was killed, unless it noted its exit.
    Notes started(long nowMs) {
        Notes started = new Notes(ballot, true, exitedMs, crashesMs, software, cursor, seq, open, unsent);
        if (!running) {
            return started;
        }
        List<Long> crashes = Stream.concat(crashesMs.stream(), Stream.of(nowMs))
                .skip(Math.max(0, crashesMs.size() + 1 - CRASHES_KEPT_MAX))
                .toList();
        return new Notes(ballot, true, 0, crashes, software, cursor, seq, open, unsent);
    }

    Notes exited(long nowMs) {
        return new Notes(ballot, false, nowMs, crashesMs, software, cursor, seq, open, unsent);
    }

    Notes with(Ballot changed) {
        return new Notes(changed, running, exitedMs, crashesMs, software, cursor, seq, open, unsent);
    }

    Notes seen(long newCursor) {
        return new Notes(ballot, running, exitedMs, crashesMs, software, newCursor, seq, open, unsent);
    }

    Notes begun(Order order) {
        return new Notes(ballot, running, 0, crashesMs, software, order.id(), seq, order, unsent);
    }

    Notes installed(Software now) {
        return new Notes(ballot, running, exitedMs, crashesMs, now, cursor, seq, open, unsent);
    }

    /// In a fleet that knew nothing of it: what it was told there before is nobody's any more.
    Notes entered() {
        return new Notes(ballot, running, exitedMs, crashesMs, software, cursor, seq, null, null);
    }

    Notes reporting(Report report) {
        return new Notes(ballot, running, exitedMs, crashesMs, software, cursor, report.seq(), null, report);
    }

    Notes reported() {
        return new Notes(ballot, running, exitedMs, crashesMs, software, cursor, seq, open, null);
    }

    /// When three ungraceful ends (or whatever `crashesMax` says) lie within the time: until when it stays away.
    long quarantinedUntilMs(HostConfig config) {
        if (crashesMs.size() < config.crashesMax()) {
            return 0;
        }
        long last = crashesMs.getLast();
        long earliest = crashesMs.get(crashesMs.size() - config.crashesMax());
        boolean tooMany = last - earliest < config.crashesWithin().toMillis();
        return tooMany ? last + config.quarantine().toMillis() : 0;
    }
}
