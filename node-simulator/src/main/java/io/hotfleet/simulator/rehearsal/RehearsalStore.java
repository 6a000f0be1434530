package io.hotfleet.simulator.rehearsal;

import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.hotfleet.simulator.rehearsal.recovery.StoredRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rehearsals in the database. Blocks: call it from virtual threads.
@ApplicationScoped
class RehearsalStore {
    private static final int ID_DIGITS = 12;
    private static final String SHOWN = """
            select r.id, r.createdAt, r.endedAt, r.state, r.reason, r.fleet, r.servers, r.from, r.to, r.requestHash,
              r.attempt, r.plays, r.reports, r.rounds
            from Rehearsal r\s""";
    private static final String RUNNING = """
            update versioned Rehearsal r set r.state = 'RUNNING', r.plays = :plays
            where r.id = :id and r.attempt = :attempt and r.state = 'QUEUED'""";
    private static final String END = """
            update versioned Rehearsal r set r.state = :state, r.reason = :reason, r.endedAt = :endedAt,
              r.reports = :reports, r.rounds = :rounds, r.report = :report, r.request = null
            where r.id = :id and r.state in ('QUEUED', 'RUNNING') and (r.attempt = :attempt or :state = 'CANCELLED')""";
    private static final String CLEANED = """
            update versioned Rehearsal r set r.cleaned = true
            where r.id = :id and r.plays = :plays and r.state not in ('QUEUED', 'RUNNING')""";

    private final Ownership ownership;

    RehearsalStore(Ownership ownership) {
        this.ownership = ownership;
    }

    /// A row of [#SHOWN].
    record Shown(
            String id,
            Instant createdAt,
            Instant endedAt,
            String state,
            String reason,
            String fleet,
            int servers,
            String from,
            String to,
            String requestHash,
            int attempt,
            String[] plays,
            long reports,
            long rounds) {
        StoredRehearsal stored() {
            return new StoredRehearsal(
                    id,
                    createdAt,
                    endedAt,
                    RehearsalState.stored(state, reason),
                    fleet,
                    servers,
                    from,
                    to,
                    requestHash,
                    attempt,
                    List.of(plays),
                    reports,
                    rounds);
        }
    }

    /// An id that no rehearsal has had.
    String newId() {
        return "r" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS);
    }

    /// @param key null where the caller gave none
    /// @return false where another rehearsal has the key
    boolean insert(StoredRehearsal rehearsal, String key, StoredRequest kept) {
        Rehearsal fresh = new Rehearsal();
        fresh.id = rehearsal.id();
        fresh.createdAt = rehearsal.createdAt();
        fresh.state = rehearsal.state().name();
        fresh.fleet = rehearsal.fleet();
        fresh.servers = rehearsal.servers();
        fresh.from = rehearsal.from();
        fresh.to = rehearsal.to();
        fresh.idempotencyKey = key;
        fresh.requestHash = rehearsal.requestHash();
        fresh.attempt = rehearsal.attempt();
        fresh.plays = plays(rehearsal);
        fresh.owner = ownership.name();
        fresh.request = kept.archive();
        fresh.requestTooLarge = kept.tooLarge();
        try {
            EntityTransaction.inSession(session -> session.persist(fresh));
            return true;
        } catch (IllegalStateException e) {
            if (key != null && e.getCause() instanceof ConstraintViolationException) {
                return false;
            }
            throw e;
        }
    }

    /// @return false where it was ended, or taken over, meanwhile
    boolean running(StoredRehearsal rehearsal) {
        return changed(session -> session.createMutationQuery(RUNNING)
                .setParameter("id", rehearsal.id())
                .setParameter("attempt", rehearsal.attempt())
                .setParameter("plays", plays(rehearsal)));
    }

    /// Ends a rehearsal, once: a final state never changes. Who has lost it to another simulator can end it no
    /// more, but whoever is told to cancel it can.
    ///
    /// @param report null unless it is done
    /// @return false where it was ended, or taken over, meanwhile
    boolean end(StoredRehearsal ended, byte[] report) {
        String reason = ended.state() instanceof RehearsalState.Failed failed ? failed.reason() : null;
        return changed(session -> session.createMutationQuery(END)
                .setParameter("id", ended.id())
                .setParameter("state", ended.state().name())
                .setParameter("reason", reason)
                .setParameter("endedAt", ended.endedAt())
                .setParameter("reports", ended.reports())
                .setParameter("rounds", ended.rounds())
                .setParameter("report", report)
                .setParameter("attempt", ended.attempt()));
    }

    /// Its fleets are gone: those that were asked for, if there are no others by now.
    void cleaned(StoredRehearsal rehearsal) {
        changed(session -> session.createMutationQuery(CLEANED)
                .setParameter("id", rehearsal.id())
                .setParameter("plays", plays(rehearsal)));
    }

    List<StoredRehearsal> uncleaned() {
        return list(session ->
                shown(session, "where not r.cleaned and r.state not in ('QUEUED', 'RUNNING') order by r.number"));
    }

    Optional<StoredRehearsal> find(String id) {
        return list(session -> shown(session, "where r.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    Optional<StoredRehearsal> findByKey(String key) {
        return list(session -> shown(session, "where r.idempotencyKey = :key").setParameter("key", key)).stream()
                .findFirst();
    }

    /// The newest first.
    ///
    /// @param after empty for the first page
    List<StoredRehearsal> page(Optional<String> after, int limit) {
        String further =
                after.isEmpty() ? "" : "where r.number < (select l.number from Rehearsal l where l.id = :after) ";
        return list(session -> {
            Mutiny.SelectionQuery<Shown> query =
                    shown(session, further + "order by r.number desc").setMaxResults(limit);
            after.ifPresent(last -> query.setParameter("after", last));
            return query;
        });
    }

    Optional<byte[]> report(String id) {
        return EntityTransaction.inSession(session -> session.createSelectionQuery(
                        "select r.report from Rehearsal r where r.id = :id and r.state = 'DONE'", byte[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /// @return false where its fleets may still be in the other services
    boolean deleteCleaned(String id) {
        return changed(session -> session.createMutationQuery("delete Rehearsal r where r.id = :id and r.cleaned")
                .setParameter("id", id));
    }

    private static boolean changed(Function<Mutiny.Session, Mutiny.MutationQuery> change) {
        return EntityTransaction.inSession(session -> change.apply(session).executeUpdate()) == 1;
    }

    private static List<StoredRehearsal> list(Function<Mutiny.Session, Mutiny.SelectionQuery<Shown>> query) {
        return EntityTransaction.inSession(session -> query.apply(session).getResultList()).stream()
                .map(Shown::stored)
                .toList();
    }

    private static Mutiny.SelectionQuery<Shown> shown(Mutiny.Session session, String rest) {
        return session.createSelectionQuery(SHOWN + rest, Shown.class);
    }

    private static String[] plays(StoredRehearsal rehearsal) {
        return rehearsal.plays().toArray(String[]::new);
    }
}
