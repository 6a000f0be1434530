package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrashLogTest {

    @ParameterizedTest
    @MethodSource
    void tellTheReason(String log, String words) {
        assertThat(CrashLog.in(log)).isEqualTo(words);
    }

    static Stream<Arguments> tellTheReason() {
        return Stream.of(
                argumentSet(
                        "innermost cause",
                        "failed\nCaused by: a.Outer: outer\n\tat x\nCaused by: a.Inner: inner\n\t... 9 more\n",
                        "a.Inner: inner"),
                argumentSet(
                        "cause in JSON",
                        "{\"level\":\"ERROR\",\"message\":\"no\",\"stackTrace\":\"x\\nCaused by: a.Inner: inner\\n\\tat y\"}",
                        "a.Inner: inner"),
                argumentSet(
                        "error in JSON",
                        "{\"level\":\"ERROR\",\"message\":\"Port 8081 is in use\"}\n{\"level\":\"WARN\",\"message\":\"ask\"}\n",
                        "Port 8081 is in use"),
                argumentSet("last lines", "one\ntwo\n\nthree\nfour\n", "two / three / four"),
                argumentSet("silence", "", ""));
    }
}
