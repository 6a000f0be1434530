package io.hotfleet.simulator.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// A rehearsal as callers see it.
///
/// @param reason why it failed, else absent
/// @param progress while it runs, else absent
/// @param reports acknowledged by patch-service so far
/// @param rounds exchanges with patch-service so far
@JsonInclude(JsonInclude.Include.NON_NULL)
record RehearsalView(
        String id,
        String state,
        String reason,
        Instant createdAt,
        Instant endedAt,
        String fleet,
        int servers,
        String from,
        String to,
        int percent,
        long reports,
        long rounds,
        Progress progress) {
    /// Whether nothing more will come.
    boolean ended() {
        return endedAt != null;
    }

    static RehearsalView of(StoredRehearsal stored, RehearsalState state) {
        String reason = state instanceof RehearsalState.Failed failed ? failed.reason() : null;
        Progress progress = state instanceof RehearsalState.Running running ? running.progress() : null;
        int percent = progress != null ? progress.percent() : state instanceof RehearsalState.Done ? 100 : 0;
        return new RehearsalView(
                stored.id(),
                state.name(),
                reason,
                stored.createdAt(),
                stored.endedAt(),
                stored.fleet(),
                stored.servers(),
                stored.from(),
                stored.to(),
                percent,
                progress != null ? progress.reports() : stored.reports(),
                progress != null ? progress.rounds() : stored.rounds(),
                progress);
    }
}
