package io.hotfleet.licensing.health;

import io.hotfleet.postgres.Sql;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready is who reaches our schema over the connections that calls are answered with.
@Readiness
@ApplicationScoped
class ReadyCheck implements AsyncHealthCheck {
    private static final String NAME = "PostgreSQL holds our schema";
    private static final String ASK = "select from fleet limit 1";

    /// Shorter than any probe waits, so that it gets an answer and not its own timeout.
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final Pool pool;

    ReadyCheck(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Sql.run(pool, ASK)
                .ifNoItem()
                .after(ANSWER_WITHIN)
                .fail()
                .map(_ -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(ReadyCheck::down);
    }

    private static HealthCheckResponse down(Throwable why) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("reason", String.valueOf(why.getMessage()))
                .build();
    }
}
