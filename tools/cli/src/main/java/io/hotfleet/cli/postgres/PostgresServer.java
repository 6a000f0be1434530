package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.Child.Launch;
import io.hotfleet.cli.process.Program;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One embedded PostgreSQL on the loopback address whose data outlives it.
///
/// The caller holds the home's lock, so a server that still runs in the data folder is one that was left over.
public final class PostgresServer {

    public static final String NAME = "postgresql";

    private static final String ADMIN = "postgres";

    // durable as in production; the rest suits a few clients and bulk writes on a small machine
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "max_connections=60",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "cluster_name=hotfleet");

    private final Home home;
    private final Path records;
    private final RunAs runAs;
    private final PostgresBinaries binaries;
    private final Path folder;
    private final DatabaseAddress admin;

    private PostgresServer(Home home, Path records, RunAs runAs, PostgresBinaries binaries, DatabaseAddress admin) {
        this.home = home;
        this.records = records;
        this.runAs = runAs;
        this.binaries = binaries;
        this.folder = runAs.folder().resolve("database");
        this.admin = admin;
    }

    /// Unpacks the programs and makes the data folder, each only the first time.
    ///
    /// @param tell takes a line now and then while that lasts
    public static PostgresServer prepare(Home home, Path records, int port, Consumer<String> tell) {
        try {
            RunAs runAs = RunAs.choose(home.folder());
            PostgresBinaries binaries =
                    PostgresBinaries.unpackInto(runAs.folder().resolve("postgresql"));
            Secrets secrets = Secrets.read(home.secrets());
            boolean fresh = !Files.exists(runAs.folder().resolve("database"));
            if (!fresh && !secrets.knows(ADMIN)) {
                throw Failure.of(
                        "%s is gone, and with it the way into %s: restore it, or remove the folder to begin anew"
                                .formatted(home.secrets(), runAs.folder().resolve("database")));
            }
            DatabaseAddress admin = new DatabaseAddress("127.0.0.1", port, ADMIN, secrets.password(ADMIN));
            PostgresServer server = new PostgresServer(home, records, runAs, binaries, admin);
            if (fresh) {
                server.initialise(tell);
            }
            server.checkVersion();
            return server;
        } catch (IOException e) {
            throw Failure.of("cannot prepare PostgreSQL in " + home.folder(), e);
        }
    }

    public DatabaseAddress admin() {
        return admin;
    }

    public String version() {
        return binaries.version();
    }

    /// Starts the server and waits until it answers.
    ///
    /// @param tell takes a line now and then while it waits
    public Child start(Consumer<String> tell) {
        StaleServer.clear(folder);
        List<String> command = new ArrayList<>(runAs.prefix());
        command.addAll(List.of(binaries.program("postgres"), "-D", folder.toString(), "-p", "" + admin.port()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        Child child = Child.start(
                new Launch(NAME, records.resolve("2-" + NAME), command, environment(), "INT", home.log(NAME)));
        awaitReady(child, tell);
        return child;
    }

    private void awaitReady(Child child, Consumer<String> tell) {
        new ProgressWait(NAME + " to answer", child.activity(), WaitLimits.current(), tell).until(() -> {
            if (!child.alive()) {
                child.forget();
                throw Failure.of(
                        "%s does not start: %s; its log: %s".formatted(NAME, child.lastError(), home.log(NAME)));
            }
            return answers();
        });
    }

    private boolean answers() {
        try (Connection _ = admin.connect()) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void initialise(Consumer<String> tell) throws IOException {
        // made beside its place and then moved into it: what is in place is whole
        Path fresh = folder.resolveSibling("database.new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        runAs.give(fresh);
        Path passwordFile = Files.createTempFile(runAs.folder(), ".password", "");
        try {
            Files.writeString(passwordFile, admin.password());
            runAs.give(passwordFile);
            List<String> command = new ArrayList<>(runAs.prefix());
            command.addAll(List.of(binaries.program("initdb"), "-D", fresh.toString(), "-U", ADMIN));
            command.addAll(List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8"));
            // PostgreSQL's own locale: the same order of names on every machine
            command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            new Program("initdb", command, environment(), home.log("initdb")).run(tell);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        // readable only for PostgreSQL's own user, unless that is us
        Path file = folder.resolve("PG_VERSION");
        if (Files.isReadable(file) && !Files.readString(file).strip().equals(binaries.majorVersion())) {
            throw Failure.of("%s was made by PostgreSQL %s, this is %s: remove it to begin anew"
                    .formatted(folder, Files.readString(file).strip(), binaries.version()));
        }
    }

    private static Map<String, String> environment() {
        return Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LC_ALL", "C", "TZ", "UTC");
    }
}
