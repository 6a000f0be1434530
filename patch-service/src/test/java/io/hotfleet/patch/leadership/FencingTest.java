package io.hotfleet.patch.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.patch.testing.Api;
import io.hotfleet.postgres.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two instances with sessions of their own on one PostgreSQL.
@QuarkusTest
class FencingTest {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofMillis(50);
    private static final int LOOKS_MAX = 100_000;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    private final String office = "office-" + UUID.randomUUID();
    private Terms terms;
    private Leadership first;
    private Leadership second;

    @BeforeEach
    void standForElection() {
        terms = new Terms(database, Clock.systemUTC(), office);
        database.inTransaction(
                transaction -> transaction.rows("create table if not exists done (office text, act int, term bigint)"));
        first = instance("first");
        first.start();
        leading(first);
        second = instance("second");
        second.start();
    }

    @AfterEach
    void stepBack() {
        first.stop();
        second.stop();
    }

    @Test
    void onlyOneLeads() {
        assertThat(first.term()).hasValue(1);
        assertThat(second.term()).isEmpty();
    }

    @Test
    void anotherTakesOverWhenTheLeadersSessionEnds() {
        database.inTransaction(transaction -> transaction.rows("""
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
                  and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)""", office));

        long term = leadingAfter(1);

        assertThat(term).isEqualTo(2);
        assertThat(terms.current().number()).isEqualTo(2);
    }

    @Test
    void aLeaderThatStepsBackIsFollowedAtOnce() {
        first.stop();

        assertThat(leading(second)).isEqualTo(2);
    }

    @Test
    void aFormerLeaderThatKnowsNothingOfItChangesNothing() {
        long before = first.term().orElseThrow();
        act(before, 1);
        long now = terms.begin("second");

        assertThatThrownBy(() -> act(before, 2)).isInstanceOf(TermEnded.class);
        act(now, 2);
        assertThat(done()).isEqualTo("1 in term 1, 2 in term 2");
    }

    /// What the former leader has in hand ends first; so the follower sees it and does not do it again.
    @Test
    void aTermBeginsWhenTheActOfTheOneBeforeHasEnded() throws InterruptedException {
        long before = first.term().orElseThrow();
        Thread[] following = new Thread[1];

        database.inTransaction(transaction -> {
            terms.fence(transaction, before);
            following[0] = Thread.startVirtualThread(() -> terms.begin("second"));
            waiting();
            return transaction.rows("insert into done values ($1, 1, $2)", office, before);
        });
        following[0].join();

        assertThat(done()).isEqualTo("1 in term 1");
        assertThat(terms.current().number()).isEqualTo(2);
    }

    @Test
    void whoIsSupersededStandsAgain() {
        TermEnded ended = new TermEnded(1, 2);

        first.superseded(ended);

        assertThat(leadingAfter(1)).isEqualTo(2);
    }

    @Test
    void whoLeadsIsTold() {
        assertThat(Api.get("leader").get("by").asText()).isEqualTo("nobody");
        assertThat(Api.get("leader").get("leads").asBoolean()).isFalse();
    }

    private Leadership instance(String name) {
        PgConnectOptions options = PgConnectOptions.fromUri(text("quarkus.datasource.reactive.url"))
                .setUser(text("quarkus.datasource.username"))
                .setPassword(text("quarkus.datasource.password"));
        return new Leadership(
                terms, new DatabaseElection(vertx, options, office, LEASE, RETRY), name, new SimpleMeterRegistry());
    }

    private static String text(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private void act(long term, int number) {
        database.inTransaction(transaction -> {
            terms.fence(transaction, term);
            return transaction.rows("insert into done values ($1, $2, $3)", office, number, term);
        });
    }

    private String done() {
        return database.inTransaction(transaction -> transaction
                .rows(
                        "select string_agg(act || ' in term ' || term, ', ' order by act) from done where office = $1",
                        office)
                .iterator()
                .next()
                .getString(0));
    }

    /// Somebody waits for the row of terms.
    private void waiting() {
        for (int i = 0; i < LOOKS_MAX; i++) {
            boolean blocked = database.inTransaction(transaction -> transaction
                    .rows("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'insert into leadership%')")
                    .iterator()
                    .next()
                    .getBoolean(0));
            if (blocked) {
                return;
            }
        }
        throw new AssertionError("nobody waits for the term to end");
    }

    private long leading(Leadership instance) {
        return leads(0, instance);
    }

    /// Whoever of the two leads in a later term.
    private long leadingAfter(long before) {
        return leads(before, first, second);
    }

    private long leads(long before, Leadership... instances) {
        for (int i = 0; i < LOOKS_MAX; i++) {
            for (Leadership instance : instances) {
                long term = instance.term().orElse(0);
                if (term > before) {
                    return term;
                }
            }
            terms.current();
        }
        throw new AssertionError("nobody leads");
    }
}
