package io.hotfleet.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {
    @ParameterizedTest(name = "{0} s, {1} s, {2} s")
    @CsvSource({"0, 0, 0, 1", "0, 59, 0, 1", "0, 60, 0, 1", "1, 60, 0, 2", "40, 1500, 480, 34"})
    void aCycleEndsOnAWholeMinuteAfterItsStart(int drain, int install, int down, long minutes) {
        assertThat(new Cycle(drain, install, down).endMinute(1_000)).isEqualTo(1_000 + minutes);
    }

    @Test
    void hotpatchesOfALineageReplaceEachOthersHooksAndKeepTheOldCode() {
        Machines machines = new Machines(new String[] {"a"});

        machines.install(0, "KB1", true, false);
        int first = machines.view(0).patchKiB();
        machines.install(0, "KB2", true, false);

        assertThat(machines.view(0).retainedKiB()).isEqualTo(first);
        assertThat(machines.view(0).workflow()).isEqualTo(Workflow.ACTIVE);
    }

    @Test
    void aRestartLeavesNothingBehind() {
        Machines machines = new Machines(new String[] {"a"});

        machines.install(0, "KB1", true, false);
        machines.restart(0);

        assertThat(machines.view(0)).isEqualTo(new Machines.View("a", Workflow.ACTIVE, null, 0, 0, 0));
    }

    @Test
    void aMachineRecoversFromAFailure() {
        Machines machines = new Machines(new String[] {"a"});

        machines.fail(0);
        machines.install(0, "KB1", false, true);

        assertThat(machines.view(0).workflow()).isEqualTo(Workflow.ACTIVE);
    }

    @Test
    void everyPathIsALegalWalk() {
        for (boolean hotpatch : new boolean[] {true, false}) {
            Workflow here = Workflow.NONE;
            for (Workflow next : Workflow.path(hotpatch, !hotpatch)) {
                assertThat(here.next()).contains(next);
                here = next;
            }
        }
    }
}
