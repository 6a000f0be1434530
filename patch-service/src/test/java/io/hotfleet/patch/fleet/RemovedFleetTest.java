package io.hotfleet.patch.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.patch.testing.Api;
import io.hotfleet.postgres.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A fleet is removed between two statements of whoever uses it.
@QuarkusTest
class RemovedFleetTest {
    private static final int LOOKS_MAX = 100_000;

    @Inject
    Database database;

    @Inject
    Fleets fleets;

    private final FleetId id = new FleetId("removed-" + UUID.randomUUID());

    @BeforeEach
    void define() {
        Api.call("PUT", "fleets/" + id, "{\"strategy\": \"CUMULATIVE\"}").ok();
    }

    @AfterEach
    void remove() {
        Api.call("DELETE", "fleets/" + id, null);
    }

    @Test
    void aSnapshotKnowsItToItsEnd() {
        boolean live = database.snapshot(transaction -> {
            FleetRow row = fleets.read(transaction, id);
            remove();
            return fleets.known(transaction, row).plan().definition().live();
        });

        assertThat(live).isTrue();
        assertThatThrownBy(() -> database.snapshot(transaction -> fleets.read(transaction, id)))
                .isInstanceOf(FleetNotFound.class);
    }

    @Test
    void whoKeepsItIsWaitedForByWhoRemovesItAlone() throws InterruptedException {
        Thread[] removing = new Thread[1];

        boolean live = database.inTransaction(transaction -> {
            FleetRow row = fleets.keep(transaction, id);
            database.inTransaction(other -> fleets.lock(other, id));
            removing[0] = Thread.startVirtualThread(this::remove);
            waiting();
            return fleets.known(transaction, row).plan().definition().live();
        });
        removing[0].join();

        assertThat(live).isTrue();
        assertThat(Api.call("GET", "fleets/" + id + "/clock", null).status()).isEqualTo(404);
    }

    @Test
    void heartbeatsMeanwhileHaveAnAnswerOfTheirOwn() {
        CompletableFuture<Void> removed = CompletableFuture.runAsync(this::remove);
        int status = 200;
        for (int i = 0; i < LOOKS_MAX && status == 200; i++) {
            status = Api.call("POST", "fleets/" + id + "/heartbeats", "[]").status();
        }
        removed.join();

        assertThat(status).isEqualTo(404);
    }

    private void waiting() {
        for (int i = 0; i < LOOKS_MAX; i++) {
            boolean blocked = database.inTransaction(transaction -> transaction
                    .rows("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'select fleet from fleet%')")
                    .iterator()
                    .next()
                    .getBoolean(0));
            if (blocked) {
                return;
            }
        }
        throw new AssertionError("nobody waits for the fleet to be let go");
    }
}
