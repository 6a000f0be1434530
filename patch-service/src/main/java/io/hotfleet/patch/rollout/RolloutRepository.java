package io.hotfleet.patch.rollout;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Rollouts for people who steer them.
@ApplicationScoped
class RolloutRepository implements PanacheRepositoryBase<StoredRollout, StoredRollout.Key> {
    private static final String LOCK = "select fleet from fleet where fleet = :fleet for no key update";
    private static final String WAKE = """
            update unit set due = :minute
            where fleet = :fleet and command is null and (due is null or due > :minute)""";

    /// Until the transaction ends nobody else changes anything of the fleet. The item is null where there is no such
    /// rollout, any more.
    Uni<StoredRollout> locked(int fleet, String rollout) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("fleet", fleet)
                        .getSingleResultOrNull())
                .chain(_ -> findById(new StoredRollout.Key(fleet, rollout)));
    }

    /// Units that wait for something may find that it is there.
    Uni<Integer> wake(int fleet, long minute) {
        return getSession().chain(session -> session.createNativeQuery(WAKE)
                .setParameter("fleet", fleet)
                .setParameter("minute", Math.toIntExact(minute))
                .executeUpdate());
    }
}
