package io.hotfleet.simulator.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hotfleet.simulator.assessment.EligibilityGroup.Status;
import io.hotfleet.simulator.client.FakeLicensing;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Licensing.Gate;
import io.hotfleet.simulator.client.Licensing.Verdict;
import io.hotfleet.simulator.client.Patch.Track;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.WorkItem;
import io.hotfleet.simulator.simulation.Fleets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {
    private static final Track ON = new Track("m", "KB1", true, true, null);
    private static final Track OFF = new Track("m", "KB1", true, false, null);

    @ParameterizedTest(name = "{0}, on track {1}: {2} under {3}")
    @CsvSource({
        "'', true, ELIGIBLE, ",
        "'', false, BLOCKED, BASELINE",
        "VBS_NOT_RUNNING:FAIL, true, BLOCKED, VBS_NOT_RUNNING",
        "VBS_NOT_RUNNING:FAIL, false, BLOCKED, VBS_NOT_RUNNING",
        "UPDATE_SOURCE:FAIL, false, BLOCKED, BASELINE",
        "ARC:UNKNOWN, true, UNKNOWN, ARC",
        "ARC:UNKNOWN, false, BLOCKED, BASELINE",
        "ARC:UNKNOWN LICENCE:FAIL, true, BLOCKED, LICENCE"
    })
    void trackTakesItsPlaceAmongTheGates(String gates, boolean onTrack, Status status, String first) {
        EligibilityGroup standing = EligibilityGroup.of(verdict(gates), onTrack ? ON : OFF);

        assertThat(standing.status()).isEqualTo(status);
        assertThat(standing.first().map(Gate::gate).orElse(null)).isEqualTo(first);
    }

    @Test
    void countsEachMachineOnceAndEveryRemedyItNeeds() {
        Assessment assessment = assess(Map.of("ok", "KB1", "off", "KB-OFF"), "running");

        assertThat(assessment.eligibility()).isEqualTo(new Eligibility(1, 2, 1, 0, Map.of("BASELINE", 1)));
        assertThat(assessment.workList())
                .extracting(WorkItem::remedy, WorkItem::machines, WorkItem::names)
                .containsExactly(tuple("WAIT_FOR_BASELINE", 1, List.of("off")));
    }

    @Test
    void theRemedyThatHelpsMostComesFirst() {
        Assessment assessment = assess(Map.of("a", "KB1", "b", "KB-OFF"), "configured");

        assertThat(assessment.workList())
                .extracting(WorkItem::remedy)
                .containsExactly("ENABLE_VBS", "WAIT_FOR_BASELINE");
    }

    @Test
    void anUnknownKbIsTold() {
        Assessment assessment = assess(Map.of("a", "KB-NEW-1"), "running");

        assertThat(assessment.eligibility().unknown()).isEqualTo(1);
        assertThat(assessment.eligibility().afterFixes()).isZero();
        assertThat(assessment.workList()).extracting(WorkItem::remedy).containsExactly("FIND_OUT_KB");
        assertThat(assessment.warnings())
                .containsExactly("windows-server-2025: KB-NEW-1 is not in the catalogue, so the track is unknown: a.");
    }

    private static Assessment assess(Map<String, String> kbs, String vbs) {
        Fleet some = Fleets.of(1);
        List<Machine> machines = new ArrayList<>();
        kbs.forEach((name, kb) -> {
            Facts facts = Fleets.facts(vbs, kb);
            machines.add(new Machine(name, null, facts, null));
        });
        Fleet fleet = new Fleet("test", machines, List.of(), some.assumptions(), some.policy(), List.of(), List.of());
        return new Assessor(new FakeLicensing(), new FakePatch())
                .assess(fleet, Instant.parse("2025-01-01T00:00:00Z"), List.of());
    }

    private static Verdict verdict(String gates) {
        List<Gate> found = new ArrayList<>();
        for (String gate : gates.isEmpty() ? new String[0] : gates.split(" ")) {
            String[] parts = gate.split(":");
            found.add(new Gate(parts[0], parts[1], true, false, "REMEDY", "command"));
        }
        return new Verdict("m", "as told", true, found);
    }
}
