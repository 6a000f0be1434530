package io.hotfleet.patch.web;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Set;

/// Tells a database that does not answer from a fault of ours.
final class Outage {
    private static final int CAUSES_MAX = 16;
    /// SQLSTATE classes: connection failure, insufficient resources, operator intervention.
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private Outage() {}

    static boolean is(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (one(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean one(Throwable e) {
        return switch (e) {
            case ConnectException _, ClosedConnectionException _ -> true;
            case PgException pg ->
                pg.getSqlState() != null && CLASSES.contains(pg.getSqlState().substring(0, 2));
            default -> false;
        };
    }
}
