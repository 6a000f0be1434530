package io.hotfleet.licensing.onboarding;

import static io.hotfleet.licensing.Samples.server2025;
import static io.hotfleet.licensing.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Product;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant START = Instant.parse("2025-07-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2025-07-01T09:00:00Z");
    private static final Connection CONNECTION = new Connection(
            "hw-1", new MachineId("web-1"), null, Map.of(Fact.PRODUCT, Product.SERVER_2025, Fact.VBS, "off"));

    @Test
    void aStrangerStartsWithoutLicence() {
        Admission admission = Admission.of(CONNECTION, List.of(), NOW);

        assertThat(admission.isNew()).isTrue();
        assertThat(admission.machine().timeline().at(NOW).facts().values())
                .containsEntry(Fact.LICENCE, "disabled")
                .containsEntry(Fact.OPT_IN, "false")
                .containsEntry(Fact.VBS, "off");
    }

    @Test
    void knownHardwareKeepsItsNameAndItsLicence() {
        Machine known = new Machine(new MachineId("old-name"), "sql", "hw-1", Timeline.from(START, server2025()));

        Admission admission = Admission.of(CONNECTION, List.of(known), NOW);

        assertThat(admission.isNew()).isFalse();
        assertThat(admission.machine().id()).isEqualTo(new MachineId("old-name"));
        assertThat(admission.machine().cluster()).isEqualTo("sql");
        assertThat(admission.machine().timeline().at(NOW).facts()).isEqualTo(with(server2025(), Fact.VBS, "off"));
    }

    @Test
    void aMachineThatAnInventoryNamedTakesItsPlace() {
        Machine named = new Machine(new MachineId("web-1"), null, null, Timeline.from(START, server2025()));

        Admission admission = Admission.of(CONNECTION, List.of(named), NOW);

        assertThat(admission.isNew()).isTrue();
        assertThat(admission.machine().hardwareId()).isEqualTo("hw-1");
    }

    @Test
    void aNameOfOtherHardwareIsTaken() {
        Machine other = new Machine(new MachineId("web-1"), null, "hw-2", Timeline.from(START, server2025()));

        assertThatThrownBy(() -> Admission.of(CONNECTION, List.of(other), NOW)).isInstanceOf(NameTaken.class);
    }
}
