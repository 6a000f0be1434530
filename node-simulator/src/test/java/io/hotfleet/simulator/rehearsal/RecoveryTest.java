package io.hotfleet.simulator.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hotfleet.simulator.RecoveryProfile;
import io.hotfleet.simulator.client.FakeLicensing;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecoveryProfile.class)
class RecoveryTest {
    private static final String PATH = "/api/v1/rehearsals";
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String FLEET = """
            fleet: small
            servers:
              - name: web-[1-3]
              - name: old-1
                vbs: configured
            """;

    @Inject
    Rehearsals rehearsals;

    @Inject
    RehearsalStore store;

    @Inject
    FleetRemoval removals;

    @Inject
    Recovery replays;

    @Inject
    Ownership ownership;

    @Inject
    FakePatch patch;

    @Inject
    FakeLicensing licensing;

    @Inject
    DataSource database;

    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void letEverythingEnd() {
        gate.countDown();
        patch.holdSteps(new CountDownLatch(0));
        awaitNobodyPlays();
    }

    @Test
    void whatARestartInterruptedIsPlayedAgainAndGivesTheSameBytes() throws InterruptedException {
        String undisturbed = begin(FLEET);
        events(undisturbed);
        String id = beginAndHold(FLEET);

        restart();
        state(id, "QUEUED");
        gate.countDown();
        replays.look();

        assertThat(events(id)).contains("event: end", "\"state\":\"DONE\"");
        assertThat(report(id)).isEqualTo(report(undisturbed));
        given().delete(PATH + "/" + id).then().statusCode(204);
        assertThat(patch.fleets()).noneMatch(fleet -> fleet.startsWith(id));
        assertThat(licensing.fleets()).noneMatch(fleet -> fleet.startsWith(id));
    }

    @Test
    void theFleetsOfTwoPlaysNeverMixAndTheRequestGoesWithTheEnd() throws InterruptedException, SQLException {
        String id = beginAndHold(FLEET);
        restart();
        assertThat(stored(id, "request is not null")).isEqualTo("t");

        gate.countDown();
        replays.look();
        events(id);

        assertThat(stored(id, "plays"))
                .isEqualTo("{%1$s-HOTPATCH,%1$s-HOTPATCH_AFTER_FIXES,%1$s-CUMULATIVE,%1$s-2-HOTPATCH,".formatted(id)
                        + "%1$s-2-HOTPATCH_AFTER_FIXES,%1$s-2-CUMULATIVE}".formatted(id));
        assertThat(stored(id, "request is not null")).isEqualTo("f");
    }

    @Test
    void anAbandonedOneIsPlayedAgainOnce() throws InterruptedException, ExecutionException, SQLException {
        String id = beginAndHold(FLEET);
        rehearsals.stop(new ShutdownEvent());
        awaitNobodyPlays();
        change(id, "owner = 'node-simulator-7', heard_at = now() - interval '1 hour'");
        gate.countDown();

        try (ExecutorService contenders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> looks = List.of(
                    contenders.submit(this::look), contenders.submit(this::look), contenders.submit(this::look));
            for (Future<?> look : looks) {
                look.get();
            }
        }

        assertThat(events(id)).contains("\"state\":\"DONE\"");
        assertThat(stored(id, "attempt")).isEqualTo("2");
    }

    @Test
    void aReplayWaitsForAPlace() throws InterruptedException {
        String id = beginAndHold(FLEET);
        restart();
        List<String> others = List.of(beginAndHold(FLEET), beginAndHold(FLEET));

        Thread look = Thread.ofVirtual().start(this::look);

        state(id, "QUEUED");
        gate.countDown();
        look.join();
        others.forEach(other -> assertThat(events(other)).contains("\"state\":\"DONE\""));
        assertThat(events(id)).contains("\"state\":\"DONE\"");
    }

    @Test
    void afterAsManyPlaysAsMayBeItFails() throws InterruptedException {
        String id = beginAndHold(FLEET);

        for (int plays = 1; plays <= 3; plays++) {
            restart();
            replays.look();
        }

        assertThat(events(id)).contains("\"state\":\"FAILED\"", "this happened 3 times, which is the limit");
    }

    @Test
    void aRequestThatWasTooLargeToKeepFails() throws InterruptedException {
        Random random = new Random(1);
        String large = IntStream.range(0, 400)
                .mapToObj(i -> "  - name: s%08x\n".formatted(random.nextInt()))
                .collect(Collectors.joining("", "fleet: large\nservers:\n", ""));
        String id = beginAndHold(large);

        restart();
        replays.look();

        assertThat(events(id))
                .contains("\"state\":\"FAILED\"", "too large to be played again: more than 1024 bytes compressed");
    }

    @Test
    void aCancelledOneStaysCancelled() throws InterruptedException {
        String running = beginAndHold(FLEET);
        given().delete(PATH + "/" + running).then().statusCode(204);
        String waiting = beginAndHold(FLEET);
        restart();
        given().delete(PATH + "/" + waiting).then().statusCode(204);

        restart();
        replays.look();

        state(running, "CANCELLED");
        state(waiting, "CANCELLED");
    }

    @Test
    void whoHasLostARehearsalCanEndItNoMore() throws SQLException {
        String id = beginAndHold(FLEET);
        StoredRehearsal lost = store.find(id).orElseThrow();
        change(id, "attempt = 2");

        boolean ended = store.end(lost.ended(Instant.EPOCH, new RehearsalState.Done()), new byte[0]);

        assertThat(ended).isFalse();
        given().delete(PATH + "/" + id).then().statusCode(204);
    }

    /// What a process leaves that is told to end, and what the next one finds.
    private void restart() {
        rehearsals.stop(new ShutdownEvent());
        awaitNobodyPlays();
        removals.start(new StartupEvent());
    }

    private void awaitNobodyPlays() {
        await("nobody plays a rehearsal").atMost(LIMIT).pollInterval(POLL).until(() -> ownership.held().length == 0);
    }

    private void look() {
        try {
            replays.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String beginAndHold(String fleet) {
        patch.holdSteps(gate);
        return begin(fleet);
    }

    private static String begin(String fleet) {
        return given().multiPart("files", "fleet.yaml", fleet.getBytes(StandardCharsets.UTF_8))
                .multiPart("to", "2025-03")
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /// Reads to the last event, hence to the rehearsal's end.
    private static String events(String id) {
        return given().get(PATH + "/" + id + "/events").asString();
    }

    private static byte[] report(String id) {
        return given().accept("application/json")
                .get(PATH + "/" + id + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static void state(String id, String expected) {
        given().get(PATH + "/" + id).then().body("state", equalTo(expected));
    }

    private String stored(String id, String column) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + column + " from rehearsal where id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "none";
            }
        }
    }

    private void change(String id, String what) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update rehearsal set " + what + " where id = ?")) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }
}
