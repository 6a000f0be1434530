package io.hotfleet.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.batch.UpdatePath.Entered;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.node.workflow.Phase;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.VbsState;
import io.hotfleet.simulator.simulation.MachineStates.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineStatesTest {
    private static final String PRODUCT = "windows-server-2025";
    private static final long SEED = 7;
    private static final ReleaseContents CONTENTS = new CatalogContents(_ -> catalogue());

    @ParameterizedTest(name = "{0} s, {1} s, {2} s")
    @CsvSource({"0, 0, 0, 1", "0, 59, 0, 1", "0, 60, 0, 1", "1, 60, 0, 2", "40, 1500, 480, 34"})
    void aCycleEndsOnAWholeMinuteAfterItsStart(int drain, int install, int down, long minutes) {
        assertThat(new UpdateCycle(drain, install, down).endMinute(1_000)).isEqualTo(1_000 + minutes);
    }

    @Test
    void theFiguresAreThoseOfTheDetailedMemory() {
        for (Shape shape : Shape.values()) {
            MachineStates machines = machines(shape, VbsState.RUNNING);

            machines.install(0, hotpatch("KB2"), 1_000);
            machines.install(0, hotpatch("KB3"), 1_060);

            for (long minute : new long[] {1_060, 1_070, 1_120, 3_000, 20_000}) {
                assertThat(machines.view(0, minute)).isEqualTo(view(detailed(shape, minute)));
            }
        }
    }

    @Test
    void moreHotpatchesThanAQuarterHasAreKept() {
        MachineStates machines = machines(Shape.CORE, VbsState.RUNNING);

        IntStream.range(4, 11).forEach(i -> machines.install(0, hotpatch("KB" + i), 1_000L * i));

        assertThat(machines.view(0, 10_000).hooks()).isPositive();
        assertThat(machines.view(0, 10_000).retainedKiB()).isPositive();
    }

    @Test
    void otherFilesLeaveNothingBehind() {
        MachineStates machines = machines(Shape.CORE, VbsState.RUNNING);

        machines.install(0, hotpatch("KB2"), 1_000);
        machines.install(0, new UpdateWork.Files("KB1", true, 0), 2_000);

        assertThat(machines.view(0, 2_000)).isEqualTo(new View("a", VbsState.RUNNING, 0, 0, 0));
    }

    @Test
    void aRestartAloneAppliesTheHotpatchAnewAndDropsOldCode() {
        MachineStates machines = machines(Shape.CORE, VbsState.RUNNING);
        machines.install(0, hotpatch("KB2"), 1_000);
        machines.install(0, hotpatch("KB3"), 1_001);
        View before = machines.view(0, 1_001);

        machines.install(0, new UpdateWork.Fix(true, 0), 1_010);

        assertThat(before.retainedKiB()).isPositive();
        assertThat(machines.view(0, 1_010).hooks()).isGreaterThanOrEqualTo(before.hooks());
        assertThat(machines.view(0, 1_010).retainedKiB()).isZero();
    }

    @Test
    void withoutRunningVbsNothingIsHooked() {
        MachineStates machines = machines(Shape.CORE, VbsState.CONFIGURED);

        machines.install(0, hotpatch("KB2"), 1_000);

        assertThat(machines.view(0, 1_000).hooks()).isZero();
    }

    @Test
    void whatAVerifiedPackageHoldsIsWhatIsHooked() {
        CatalogContents contents = new CatalogContents(_ -> catalogue());
        Manifest made = contents.hotpatch(PRODUCT, "KB2");
        Image one = made.images().stream()
                .filter(image -> !image.bootCritical())
                .findFirst()
                .orElseThrow();
        contents.verified(made.withImages(List.of(one)));
        MachineStates machines = new MachineStates(
                SEED, new String[] {"a"}, new MachineProfile[] {new MachineProfile(PRODUCT, Shape.CORE)}, contents);
        machines.vbs(0, VbsState.RUNNING);

        machines.install(0, hotpatch("KB2"), 1_000);

        assertThat(machines.view(0, 1_000).hooks()).isEqualTo((int) one.functions().stream()
                .filter(function -> function.chunk().takesSlot())
                .count());
    }

    @Test
    void anOlderHotpatchChangesNothing() {
        MachineStates machines = machines(Shape.CORE, VbsState.RUNNING);
        machines.install(0, hotpatch("KB3"), 1_000);
        View before = machines.view(0, 9_000);

        machines.install(0, hotpatch("KB2"), 2_000);

        assertThat(machines.view(0, 9_000)).isEqualTo(before);
    }

    @Test
    void aHotpatchWalksThroughItsStatesInTheTimeItTakes() {
        assertThat(new UpdateCycle(20, 120, 0).phases(hotpatch("KB2")))
                .containsExactly(
                        new Entered(Phase.OFFERED, 0),
                        new Entered(Phase.DOWNLOADING, 20),
                        new Entered(Phase.ANALYSING, 80),
                        new Entered(Phase.VALIDATING, 90),
                        new Entered(Phase.LOADING, 100),
                        new Entered(Phase.HOOKING, 125),
                        new Entered(Phase.VERIFYING, 130),
                        new Entered(Phase.RETIRING, 140));
    }

    @Test
    void filesEndInARestart() {
        assertThat(new UpdateCycle(0, 1_580, 480).phases(new UpdateWork.Files("KB1", true, 0)))
                .extracting(Entered::phase)
                .containsExactly(
                        Phase.OFFERED,
                        Phase.DOWNLOADING,
                        Phase.ANALYSING,
                        Phase.VALIDATING,
                        Phase.LOADING,
                        Phase.RESTARTING);
    }

    private static MachineStates machines(Shape shape, VbsState vbs) {
        MachineStates machines = new MachineStates(
                SEED, new String[] {"a"}, new MachineProfile[] {new MachineProfile(PRODUCT, shape)}, CONTENTS);
        machines.vbs(0, vbs);
        return machines;
    }

    private static UpdateWork hotpatch(String kb) {
        return new UpdateWork.Hotpatch(kb, false, 0);
    }

    private static View view(Counters counters) {
        return new View("a", VbsState.RUNNING, counters.hooks(), counters.patchKib(), counters.retainedKib());
    }

    private static Counters detailed(Shape shape, long minute) {
        long drawn = Randoms.bits(SEED, Randoms.key("a"), Randoms.key("memory"), 0);
        Installation fresh = Installation.fresh(PRODUCT, "KB1", CONTENTS.files(PRODUCT, "KB1"));
        AddressSpace space =
                AddressSpace.boot(new Setup(drawn, shape, Setup.TABLE_BYTES, Retention.REFERENCED), fresh, true, 0);
        apply(space, 1_000, "KB2");
        apply(space, 1_060, "KB3");
        space.release(minute * 60);
        return MemoryView.counters(space);
    }

    private static void apply(AddressSpace space, long minute, String kb) {
        space.load(minute * 60, CONTENTS.hotpatch(PRODUCT, kb), Disturbance.NONE);
        space.hook(minute * 60, Disturbance.NONE);
        space.commit(minute * 60, Disturbance.NONE);
    }

    private static List<Release> catalogue() {
        List<Release> rows = new ArrayList<>(FakePatch.CATALOGUE);
        for (int i = 4; i < 11; i++) {
            rows.add(FakePatch.release("2025-03", "2025-03-" + (10 + i), "HOTPATCH", "KB" + i));
        }
        return rows;
    }
}
