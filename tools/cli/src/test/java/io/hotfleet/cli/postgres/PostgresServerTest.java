package io.hotfleet.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.postgres.ServiceDatabases.Account;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One server for all tests; those that need it stopped come last.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresServerTest {

    @TempDir
    private static Path parent;

    private static Home home;
    private static int port;
    private static PostgresServer server;
    private static Child process;
    private static Map<Service, Account> accounts;

    @BeforeAll
    static void start() throws IOException {
        home = new Home(parent.resolve("a home"), parent).prepare();
        Path unpackedByHalf = home.postgres().resolve("18.6.unpacking/bin");
        Files.createDirectories(unpackedByHalf);
        Files.writeString(unpackedByHalf.resolve("postgres"), "half a program");
        port = Ports.free();
        server = PostgresServer.prepare(home, home.records(), port, _ -> {});
        process = server.start(_ -> {});
        accounts = ServiceDatabases.prepare(server.admin(), home.secrets(), "");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.signal();
        process.awaitEnd();
    }

    @Test
    @Order(1)
    void acknowledgesOnlyWhatIsDurable() throws SQLException {
        try (Connection connection = server.admin().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("on");
        }
    }

    @Test
    @Order(2)
    void everyServiceReachesItsOwnDatabase() throws SQLException {
        for (Service service : Service.values()) {
            try (Connection connection = connect(accounts.get(service), service.database());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table proof (name text)");

                assertThat(connection.getCatalog()).isEqualTo(service.database());
            }
        }
    }

    @Test
    @Order(3)
    void noServiceReachesTheDatabaseOfAnother() {
        assertThatThrownBy(() -> connect(accounts.get(Service.LICENSING), Service.PATCH.database()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    @Order(4)
    void nobodyEntersWithoutThePassword() {
        DatabaseAddress stranger = new DatabaseAddress("127.0.0.1", port, "postgres", "guess");

        assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
    }

    @Test
    @Order(5)
    void passwordsAreReadableByTheirOwnerAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(home.secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(6)
    void preparingAgainChangesNothing() {
        assertThat(ServiceDatabases.prepare(server.admin(), home.secrets(), "")).isEqualTo(accounts);
    }

    @Test
    @Order(7)
    void aServerThatWasLeftOverIsStoppedAndItsDataKept() throws SQLException {
        Child second =
                PostgresServer.prepare(home, home.records(), port, _ -> {}).start(_ -> {});

        assertThat(process.alive()).isFalse();
        process = second;
        assertThatThrownBy(() -> {
                    try (Connection connection = connect(accounts.get(Service.PATCH), "patch");
                            Statement statement = connection.createStatement()) {
                        statement.execute("create table proof (name text)");
                    }
                })
                .hasMessageContaining("already exists");
    }

    @Test
    @Order(8)
    void aLockFileThatNamesAnotherProcessIsNoObstacle() throws IOException, InterruptedException {
        process.signal();
        process.awaitEnd();
        Path lockFile = home.database().resolve("postmaster.pid");
        Files.writeString(lockFile, ProcessHandle.current().pid() + "\n" + home.database() + "\n");

        process = PostgresServer.prepare(home, home.records(), port, _ -> {}).start(_ -> {});

        assertThat(process.alive()).isTrue();
    }

    @Test
    @Order(9)
    void lostPasswordsAreSaidClearly() throws IOException {
        Path kept = Files.move(home.secrets(), home.secrets().resolveSibling("kept"));
        try {
            assertThatThrownBy(() -> PostgresServer.prepare(home, home.records(), port, _ -> {}))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("secrets.json is gone");
        } finally {
            Files.move(kept, home.secrets());
        }
    }

    private static Connection connect(Account account, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                account.address().user(),
                account.address().password());
    }
}
