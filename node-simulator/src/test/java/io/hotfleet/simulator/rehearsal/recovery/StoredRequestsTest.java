package io.hotfleet.simulator.rehearsal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.RecoveryProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecoveryProfile.class)
class StoredRequestsTest {
    private static final int CONTENDERS = 4;
    private static final int ABANDONED = 40;

    @Inject
    StoredRequests requests;

    @Inject
    Ownership ownership;

    @Inject
    DataSource database;

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from rehearsal")) {
            delete.executeUpdate();
        }
    }

    @Test
    void ofSeveralContendersOneAloneGetsEach() throws SQLException, InterruptedException, ExecutionException {
        List<String> abandoned =
                IntStream.range(0, ABANDONED).mapToObj(i -> "rgone-" + i).toList();
        for (String id : abandoned) {
            insert(id, "node-simulator-7", 3_600);
        }

        List<String> taken = new ArrayList<>();
        try (ExecutorService contenders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> runs = IntStream.range(0, CONTENDERS)
                    .mapToObj(i -> contenders.submit(this::takeAll))
                    .toList();
            for (Future<List<String>> run : runs) {
                taken.addAll(run.get());
            }
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(abandoned);
        assertThat(requests.anyNotPlayed()).isFalse();
    }

    @Test
    void whatItsOwnerIsHeardOfForIsLeftAlone() throws SQLException {
        insert("rheard", "node-simulator-7", 0);

        assertThat(requests.anyNotPlayed()).isFalse();
        assertThat(requests.claim()).isEmpty();
    }

    @Test
    void whatIsUnderWayHereIsNeverClaimedHere() throws SQLException {
        insert("rhere", ownership.name(), 3_600);
        ownership.hold("rhere");

        Optional<Claim> claim = requests.claim();

        ownership.letGo("rhere");
        assertThat(claim).isEmpty();
    }

    /// @return ids
    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        while (requests.anyNotPlayed()) {
            requests.claim().map(Claim::id).ifPresent(taken::add);
        }
        return taken;
    }

    private void insert(String id, String owner, int silentSeconds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into rehearsal (id, created_at, state, fleet, servers, period_from, period_to,
                          request_hash, plays, owner, heard_at)
                        values (?, now(), 'RUNNING', 'test', 1, '2025-01', '2025-01', 'hash', '{}', ?,
                          now() - ? * interval '1 second')""")) {
            insert.setString(1, id);
            insert.setString(2, owner);
            insert.setInt(3, silentSeconds);
            insert.executeUpdate();
        }
    }
}
