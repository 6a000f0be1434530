package io.hotfleet.scenarios.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultCommandsTest {

    @ParameterizedTest
    @CsvSource({
        "stop {node}, node-3, stop node-3",
        "stop {number}, node-3, stop 3",
        "virsh destroy vm{number} --domain={node}, worker12, virsh destroy vm12 --domain=worker12",
        "stop {number}., alone, stop ."
    })
    void aCommandNamesItsNodeWhereItWantsTo(String command, String node, String expected) {
        assertThat(String.join(" ", FaultCommands.words(command, node))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false", "no-such-program-anywhere {node}"})
    void aCommandThatFailsIsNamed(String command) {
        FaultCommands machinery = new FaultCommands(command, "true", null, null);

        assertThatThrownBy(() -> machinery.fail("node-3"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(command.split(" ")[0]);
    }
}
