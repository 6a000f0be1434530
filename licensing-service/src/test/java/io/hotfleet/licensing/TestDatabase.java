package io.hotfleet.licensing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/// One throw-away PostgreSQL for the whole module.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    /// A busy machine may take longer than the ten seconds that it has unless told.
    private static final Duration STARTUP_MAX = Duration.ofMinutes(1);

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            // nothing here outlives the test, so nothing needs to reach the disk
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(STARTUP_MAX)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "hotfleet.db.port", String.valueOf(postgres.getPort()),
                "hotfleet.db.name", "postgres",
                "hotfleet.db.user", "postgres",
                "hotfleet.db.password", "postgres");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
