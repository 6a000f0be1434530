package io.hotfleet.licensing.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PropagationTest {
    @Test
    void propagationTakesFiveToTenMinutes() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(n -> Propagation.of(new FleetId("fleet"), new MachineId("m" + n))
                                .toMinutes())
                        .distinct()
                        .sorted())
                .containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(Propagation.of(new FleetId("fleet"), new MachineId("m1")))
                .isEqualTo(Propagation.of(new FleetId("fleet"), new MachineId("m1")));
    }
}
