package io.hotfleet.patch.rollout;

import io.hotfleet.postgres.Minutes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// A rollout as it is told.
///
/// @param reason why it is held, stopped, or finished without some machines; null else
/// @param started the fleet's time, as `changed`
record RolloutView(
        RolloutId id,
        String product,
        YearMonth month,
        RolloutState.Name state,
        String reason,
        Instant appeared,
        Instant started,
        Instant changed,
        int machines,
        int done,
        int failed,
        int heldUnits,
        List<RolloutProgress.Ring> rings) {
    static RolloutView of(Rollout rollout, RolloutProgress progress) {
        return new RolloutView(
                rollout.key().id(),
                rollout.key().product(),
                rollout.key().month(),
                rollout.state().name(),
                rollout.state().reason(),
                Minutes.instant(rollout.appeared()),
                Minutes.instant(rollout.started()),
                Minutes.instant(rollout.changed()),
                progress.machines(),
                progress.done(),
                progress.failed(),
                progress.heldUnits(),
                progress.rings());
    }
}
