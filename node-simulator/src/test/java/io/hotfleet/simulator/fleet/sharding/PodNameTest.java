package io.hotfleet.simulator.fleet.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodNameTest {
    @ParameterizedTest
    @CsvSource({"node-simulator-0, node-simulator, 0", "a-2-17, a-2, 17"})
    void aPodsNameEndsInItsOrdinal(String pod, String statefulSet, int ordinal) {
        assertThat(PodName.of(pod)).contains(new PodName(statefulSet, ordinal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "node-simulator-7c458976ff-mb2lr", "-1", "simulator-", "simulator-1234567"})
    void otherNamesAreOfNoStatefulSet(String pod) {
        assertThat(PodName.of(pod)).isEmpty();
    }
}
