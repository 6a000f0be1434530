package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.postgres.DatabaseAddress;
import io.hotfleet.cli.postgres.PostgresServer;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.Ports;
import io.hotfleet.system.stack.Cli;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PostgreSQL of the user's own in place of the embedded one.
class DatabaseUrlTest {

    private static final String CONTOSO =
            Cli.ROOT.resolve("examples/contoso.yaml").toString();

    @TempDir
    private Path parent;

    @Test
    void givesTheSameReportAndStartsNoPostgresql() throws Exception {
        Home somewhere = new Home(parent.resolve("theirs"), parent).prepare();
        PostgresServer server = PostgresServer.prepare(somewhere, somewhere.records(), Ports.free(), _ -> {});
        Child theirs = server.start(_ -> {});
        try {
            Cli cli = new Cli(parent.resolve("ours"), url(server.admin()));

            Cli.Result result = cli.run("rehearse", CONTOSO, "--json", "-", "--quiet");

            assertThat(result.err()).isEmpty();
            assertThat(result.out()).isEqualTo(documented());
            Home home = new Home(cli.home(), Cli.ROOT);
            assertThat(home.log("patch-service")).exists();
            assertThat(home.log(PostgresServer.NAME)).doesNotExist();
            assertThat(theirs.alive()).isTrue();
        } finally {
            theirs.signal();
            theirs.awaitEnd();
        }
    }

    private static String documented() throws IOException {
        return Files.readString(Cli.ROOT.resolve("contract/simulator/report.json"));
    }

    private static String url(DatabaseAddress admin) {
        String password = URLEncoder.encode(admin.password(), StandardCharsets.UTF_8);
        return "postgresql://%s:%s@%s/".formatted(admin.user(), password, admin.shown());
    }
}
