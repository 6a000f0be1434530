package io.hotfleet.simulator.rehearsal;

import java.time.Instant;
import java.util.List;

/// A rehearsal as the database keeps it, without its report.
///
/// @param endedAt null while it is under way
/// @param plays ids of its fleets in the other services
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
        List<String> plays,
        long reports,
        long rounds) {
    StoredRehearsal ended(Instant at, RehearsalState end, Progress progress) {
        return new StoredRehearsal(
                id,
                createdAt,
                at,
                end,
                fleet,
                servers,
                from,
                to,
                requestHash,
                plays,
                progress.reports(),
                progress.rounds());
    }
}
