package io.hotfleet.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFaultTest {
    /// As they came when a database's pod was deleted.
    static Stream<Throwable> gone() {
        return Stream.of(
                new ConnectException("refused"),
                new SocketException("Connection reset"),
                new UnknownHostException("postgres"),
                new TimeoutException(),
                new NoStackTraceThrowable("Timeout"),
                new PgException("terminating connection", "FATAL", "57P01", ""),
                new PgException("deadlock detected", "ERROR", "40P01", ""));
    }

    static Stream<Throwable> ours() {
        return Stream.of(
                new NullPointerException(),
                new NoStackTraceThrowable("Something else"),
                new PgException("duplicate key", "ERROR", "23505", ""));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void aConnectionThatCannotBeHadMayBeHadLater(Throwable cause) {
        assertThat(DatabaseFault.of(new IllegalStateException("The database did not do what it was asked", cause)))
                .isEqualTo(DatabaseFault.UNREACHABLE);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anErrorOfOursIsNotTheDatabases(Throwable cause) {
        assertThat(DatabaseFault.of(new IllegalStateException(cause))).isEqualTo(DatabaseFault.OTHER);
    }

    @Test
    void aMissingParentIsAFleetThatWasRemoved() {
        PgException orphan = new PgException("violates foreign key constraint", "ERROR", "23503", "");

        assertThat(DatabaseFault.of(new IllegalStateException(orphan))).isEqualTo(DatabaseFault.FLEET_GONE);
    }
}
