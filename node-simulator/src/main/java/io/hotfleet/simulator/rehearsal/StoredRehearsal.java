package io.hotfleet.simulator.rehearsal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A rehearsal as the database keeps it, without its report.
///
/// @param endedAt null while it is under way
/// @param attempt counts its plays from 1; who plays an earlier one has lost it
/// @param plays ids of its fleets in the other services, of all attempts
/// @param reports acknowledged in all; rounds likewise
record StoredRehearsal(
        String id,
        Instant createdAt,
        Instant endedAt,
        RehearsalState state,
        String fleet,
        int servers,
        String from,
        String to,
        String requestHash,
        int attempt,
        List<String> plays,
        long reports,
        long rounds) {
    /// With the fleets of a further play, too: those of the ones before may still be there.
    StoredRehearsal playing(List<String> fleets) {
        Set<String> all = new LinkedHashSet<>(plays);
        all.addAll(fleets);
        return with(endedAt, state, List.copyOf(all), reports, rounds);
    }

    StoredRehearsal counted(Progress progress) {
        return with(endedAt, state, plays, progress.reports(), progress.rounds());
    }

    StoredRehearsal ended(Instant at, RehearsalState end) {
        return with(at, end, plays, reports, rounds);
    }

    private StoredRehearsal with(
            Instant at, RehearsalState now, List<String> fleets, long reportsSoFar, long roundsSoFar) {
        return new StoredRehearsal(
                id,
                createdAt,
                at,
                now,
                fleet,
                servers,
                from,
                to,
                requestHash,
                attempt,
                fleets,
                reportsSoFar,
                roundsSoFar);
    }
}
