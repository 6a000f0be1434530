package io.hotfleet.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
                new PgException("terminating connection", "FATAL", "57P01", ""));
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
        assertThat(DatabaseFault.isIn(new IllegalStateException("The database did not do what it was asked", cause)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void anErrorOfOursIsNotTheDatabases(Throwable cause) {
        assertThat(DatabaseFault.isIn(new IllegalStateException(cause))).isFalse();
    }
}
