package io.hotfleet.licensing.health;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A PostgreSQL of its own for one test, which takes it away and brings it back at the same address.
public final class StoppableDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Duration STARTUP_MAX = Duration.ofMinutes(1);

    private Path folder;
    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("stoppable-database");
            postgres = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "hotfleet.db.port", String.valueOf(postgres.getPort()),
                "hotfleet.db.name", "postgres",
                "hotfleet.db.user", "postgres",
                "hotfleet.db.password", "postgres");
    }

    /// After the database that all other tests share, so that this one counts.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StoppableDatabase.class));
    }

    void goAway() throws IOException {
        postgres.close();
    }

    void comeBack() throws IOException {
        postgres = builder().setPort(postgres.getPort()).start();
    }

    @Override
    public void stop() {
        try (Stream<Path> files = Files.walk(folder)) {
            postgres.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(STARTUP_MAX);
    }
}
