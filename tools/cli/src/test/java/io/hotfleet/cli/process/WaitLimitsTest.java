package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitLimitsTest {

    @Test
    void theEnvironmentSetsThem() {
        Map<String, String> environment = Map.of("HOTFLEET_IDLE_SECONDS", "7", "HOTFLEET_WAIT_SECONDS", "90");

        assertThat(WaitLimits.of(environment)).isEqualTo(new WaitLimits(Duration.ofSeconds(7), Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2m", "1.5", "9999999"})
    void whatIsNoNumberOfSecondsIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> WaitLimits.of(Map.of("HOTFLEET_WAIT_SECONDS", text)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("HOTFLEET_WAIT_SECONDS: '" + text + "'");
    }
}
