package io.hotfleet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFaultTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "08006, UNREACHABLE",
        "40P01, UNREACHABLE",
        "53300, UNREACHABLE",
        "57P01, UNREACHABLE",
        "22021, UNSTORABLE",
        "23505, DUPLICATE",
        "23503, ORPHANED",
        "42P01, OTHER",
        ", OTHER"
    })
    void theStateTellsWhoCanHelp(String state, DatabaseFault expected) {
        PgException fromClient = new PgException("words", "ERROR", state, "words");
        RuntimeException fromHibernate = new RuntimeException(new SQLException("words", state));

        assertThat(DatabaseFault.of(fromClient)).isEqualTo(expected);
        assertThat(DatabaseFault.of(fromHibernate)).isEqualTo(expected);
    }

    /// As they came when a database's pod was deleted.
    static Stream<Throwable> goneDatabase() {
        return Stream.of(
                new ConnectException("refused"),
                new SocketException("Connection reset"),
                new UnknownHostException("postgres"),
                new NoStackTraceThrowable("Timeout"),
                new TimeoutException("no answer"));
    }

    @ParameterizedTest
    @MethodSource("goneDatabase")
    void aConnectionThatCannotBeHadMeansThatItDoesNotAnswer(Throwable cause) {
        assertThat(DatabaseFault.of(new IllegalStateException(cause))).isEqualTo(DatabaseFault.UNREACHABLE);
    }

    @Test
    void anErrorOfOursIsNotTheDatabases() {
        assertThat(DatabaseFault.of(new NullPointerException())).isEqualTo(DatabaseFault.OTHER);
    }
}
