package io.hotfleet.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/// Connections that give up soon where nobody answers: a server that comes back may have another address, which only
/// the next attempt finds out. The driver's own minute would keep every place of the pool busy with the former one.
@Singleton
final class DatabasePool implements PgPoolCreator {
    private static final int CONNECT_MS_MAX = 3_000;

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> server.setConnectTimeout(CONNECT_MS_MAX).setTcpKeepAlive(true));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }
}
