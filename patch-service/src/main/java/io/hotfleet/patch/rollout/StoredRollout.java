package io.hotfleet.patch.rollout;

import io.hotfleet.patch.rollout.RolloutState.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.YearMonth;

/// A rollout as the table holds it, for people who steer it. The leader counts rollouts under the same lock by SQL.
@Entity
@Table(name = "rollout")
class StoredRollout {
    @Embeddable
    record Key(int fleet, String rollout) {}

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    String product;

    @Column(updatable = false)
    String month;

    @Column(updatable = false)
    int appeared;

    @Enumerated(EnumType.STRING)
    Name state;

    String reason;

    @Column(updatable = false)
    int started;

    int changed;

    @Version
    int version;

    int[] accepted;

    Rollout rollout() {
        return new Rollout(
                new Rollout.Key(new RolloutId(key.rollout()), product, YearMonth.parse(month)),
                appeared,
                RolloutState.of(state, reason),
                started,
                changed,
                version,
                accepted);
    }

    /// The version is not taken over: it counts by itself.
    void take(Rollout now) {
        state = now.state().name();
        reason = now.state().reason();
        changed = Math.toIntExact(now.changed());
        accepted = now.accepted();
    }
}
