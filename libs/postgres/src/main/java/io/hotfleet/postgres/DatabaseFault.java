package io.hotfleet.postgres;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// What a failure says about the database, told from the SQLSTATE at the bottom of its causes.
public enum DatabaseFault {
    /// It does not answer, or has no room now: the same request may succeed later.
    UNREACHABLE,
    /// It cannot hold a value that came in, such as a text with a NUL.
    UNSTORABLE,
    /// Somebody else was first to take a key.
    DUPLICATE,
    /// What a row belongs to was removed meanwhile: a fleet, to which every foreign key leads.
    ORPHANED,
    /// Nothing that the sender could mend or wait for.
    OTHER;

    private static final int CAUSES_MAX = 16;
    /// Connection failure, transaction rolled back (a deadlock), insufficient resources, operator intervention.
    private static final Set<String> CLASSES_UNREACHABLE = Set.of("08", "40", "53", "57");
    private static final String CLASS_UNSTORABLE = "22";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    static DatabaseFault of(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            DatabaseFault fault = one(cause);
            if (fault != OTHER) {
                return fault;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    private static DatabaseFault one(Throwable e) {
        return switch (e) {
            case SocketException _, UnknownHostException _, ClosedConnectionException _, ClosedChannelException _ ->
                UNREACHABLE;
            // the database said nothing for too long, or the service is about to end
            case TimeoutException _, InterruptedException _ -> UNREACHABLE;
            // the pool's words where it has no connection to give
            case NoStackTraceThrowable pool when "Timeout".equals(pool.getMessage()) -> UNREACHABLE;
            case PgException pg -> ofState(pg.getSqlState());
            case SQLException sql -> ofState(sql.getSQLState());
            default -> OTHER;
        };
    }

    private static DatabaseFault ofState(String state) {
        if (state == null || state.length() < 2) {
            return OTHER;
        }
        if (CLASSES_UNREACHABLE.contains(state.substring(0, 2))) {
            return UNREACHABLE;
        }
        return switch (state) {
            case UNIQUE_VIOLATION -> DUPLICATE;
            case FOREIGN_KEY_VIOLATION -> ORPHANED;
            default -> state.startsWith(CLASS_UNSTORABLE) ? UNSTORABLE : OTHER;
        };
    }
}
