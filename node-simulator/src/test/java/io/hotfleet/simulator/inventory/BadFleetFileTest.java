package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad fleet files: the reader refuses each in one line, and the schema refuses those that a schema can refuse.
///
/// The tables are text files: `==` and a name, the fleet file, `=>` and the message.
class BadFleetFileTest {
    private static final FleetSchema SCHEMA = FleetSchema.load();

    static Stream<Arguments> refusedBySchemaToo() throws IOException {
        return table("/inventory/refused-by-schema-too.txt");
    }

    static Stream<Arguments> refusedByReaderAlone() throws IOException {
        return table("/inventory/refused-by-reader-alone.txt");
    }

    private static Stream<Arguments> table(String resource) throws IOException {
        try (InputStream text = BadFleetFileTest.class.getResourceAsStream(resource)) {
            String[] cases = new String(text.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
            return Arrays.stream(cases).skip(1).map(BadFleetFileTest::row);
        }
    }

    private static Arguments row(String text) {
        int name = text.indexOf('\n');
        int message = text.indexOf("\n=> ");
        return argumentSet(
                text.substring(0, name),
                text.substring(name + 1, message),
                text.substring(message + 4).strip());
    }

    @ParameterizedTest
    @MethodSource("refusedBySchemaToo")
    void refusesInOneLineWhatTheSchemaRefuses(String yaml, String message) {
        assertThatThrownBy(() -> Sources.read(yaml))
                .isInstanceOf(FleetInvalid.class)
                .hasMessage(message);
        assertThat(SCHEMA.complaints(yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusedByReaderAlone")
    void refusesInOneLineWhatASchemaCannotSee(String yaml, String message) {
        assertThatThrownBy(() -> Sources.read(yaml))
                .isInstanceOf(FleetInvalid.class)
                .hasMessage(message);
        assertThat(SCHEMA.complaints(yaml)).isEmpty();
    }
}
