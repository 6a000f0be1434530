package io.hotfleet.simulator.web;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// Whether a failure means that the database does not answer now: then the same request may succeed later.
final class DatabaseFault {
    private static final int CAUSES_MAX = 16;
    /// Connection failure, transaction rolled back (a deadlock), insufficient resources, operator intervention.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private DatabaseFault() {}

    static boolean isIn(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable e) {
        return switch (e) {
            case SocketException _, UnknownHostException _, ClosedConnectionException _, TimeoutException _ -> true;
            case PgException pg -> isClass(pg.getSqlState());
            // the pool's words where it has no connection to give
            case NoStackTraceThrowable pool -> "Timeout".equals(pool.getMessage());
            default -> false;
        };
    }

    private static boolean isClass(String state) {
        return state != null && state.length() > 2 && CLASSES.contains(state.substring(0, 2));
    }
}
