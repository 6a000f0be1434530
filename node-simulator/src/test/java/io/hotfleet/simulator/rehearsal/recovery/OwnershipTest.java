package io.hotfleet.simulator.rehearsal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnershipTest {
    @Inject
    Ownership ownership;

    @Inject
    DataSource database;

    @Test
    void aRestartFailsItsOwnRehearsalsAndNotThoseOfAnotherThatIsHeardOf() throws SQLException {
        insert("rown", ownership.name(), 0);
        insert("rother", "node-simulator-1", 0);

        ownership.giveUpFormer();

        assertThat(state("rown")).isEqualTo("FAILED");
        assertThat(state("rother")).isEqualTo("RUNNING");
        remove("rother");
    }

    @Test
    void whatASilentSimulatorPlayedIsFailedByAnother() throws SQLException {
        insert("rsilent", "node-simulator-2", 3_600);

        ownership.giveUpFormer();

        assertThat(state("rsilent")).isEqualTo("FAILED");
    }

    @Test
    void onlyWhatIsUnderWayIsConfirmed() throws SQLException {
        insert("rheld", ownership.name(), 3_600);
        insert("rlost", ownership.name(), 3_600);
        ownership.hold("rheld");

        ownership.confirm();

        assertThat(state("rheld")).isEqualTo("RUNNING");
        assertThat(state("rlost")).isEqualTo("FAILED");
        ownership.letGo("rheld");
        remove("rheld");
    }

    @Test
    void nothingIsPlayedAgainUnlessAskedFor() {
        assertThat(ownership.replays()).isFalse();
    }

    private void insert(String id, String owner, int silentSeconds) throws SQLException {
        remove(id);
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

    private String state(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select state from rehearsal where id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "none";
            }
        }
    }

    private void remove(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from rehearsal where id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }
}
