package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.AddressSpace.Reach;
import io.hotfleet.node.memory.PatchRefused.Status;
import io.hotfleet.node.memory.Segment.Invocation;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddressSpaceTest {
    private static final Manifest FIRST = Samples.HOTPATCHES.get(0);
    private static final Manifest SECOND = Samples.HOTPATCHES.get(1);
    private static final Disturbance HUNG = new Disturbance(false, -1, -1, true);

    @Test
    void aFreshMachineHasNoHooks() {
        MemoryView view = MemoryView.of(boot(Samples.fresh()));

        assertThat(view.counters()).isEqualTo(MemoryView.Counters.NONE);
        assertThat(view.regions()).isNotEmpty();
    }

    @Test
    void everyFunctionOfALoadedImageIsDivertedButThoseThatWaitForTheBoot() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);

        long expected = FIRST.images().stream()
                .filter(part -> space.images.containsKey(part.name()) && !part.bootCritical())
                .flatMap(part -> part.functions().stream())
                .filter(function -> function.chunk().takesSlot())
                .count();
        assertThat(MemoryView.of(space).hooks()).hasSize((int) expected);
        assertThat(space.waitingForBoot()).containsExactly("ntoskrnl.exe");
    }

    @Test
    void theBootAppliesWhatIsRegisteredAndWhatWaited() {
        AddressSpace space = boot(Samples.fresh().register(FIRST).restarted());

        assertThat(MemoryView.of(space).hooks()).anyMatch(hook -> hook.image().equals("ntoskrnl.exe"));
        assertThat(space.waitingForBoot()).isEmpty();
    }

    @Test
    void theBootOfAFoldingHotpatchNeedsNoHook() {
        Installation folded = Samples.fresh().register(FIRST.withFolding(true)).restarted();

        assertThat(folded.newest()).isEqualTo(FIRST.kb());
        assertThat(MemoryView.counters(boot(folded))).isEqualTo(MemoryView.Counters.NONE);
    }

    @Test
    void withoutRunningVbsNothingIsAppliedAtBoot() {
        AddressSpace space = AddressSpace.boot(Samples.setup(1), Samples.fresh().register(FIRST), false, 0);

        assertThat(MemoryView.of(space).hooks()).isEmpty();
        assertThatExceptionOfType(PatchRefused.class)
                .isThrownBy(() -> space.load(1, SECOND, Disturbance.NONE))
                .satisfies(refused -> assertThat(refused.status().code()).isEqualTo(0xC00000BB));
    }

    @Test
    void patchingAgainSwapsThePointerAndKeepsTheSlot() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        List<Hook> before = MemoryView.of(space).hooks();

        apply(space, SECOND, Disturbance.NONE);

        List<Hook> after = MemoryView.of(space).hooks();
        assertThat(after)
                .filteredOn(hook -> before.stream().anyMatch(old -> isSameFunction(old, hook)))
                .isNotEmpty()
                .allMatch(hook -> hook.kb().equals(SECOND.kb()))
                .allMatch(hook ->
                        before.stream().anyMatch(old -> isSameFunction(old, hook) && old.slot() == hook.slot()));
    }

    @Test
    void aNewerHotpatchMayWithdrawADiversion() {
        Image part = FIRST.image("kerberos.dll").orElseThrow();
        Manifest lesser = SECOND.withImages(List.of(part.with(
                false,
                part.payloadDigest(),
                part.functions().subList(1, part.functions().size()))));
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        Function withdrawn = part.functions().getFirst();

        apply(space, lesser, Disturbance.NONE);

        LoadedImage image = space.images.get("kerberos.dll");
        assertThat(image.hooks).doesNotContainKey(withdrawn.rva());
        assertThat(image.word(withdrawn.rva())).isEqualTo(withdrawn.prologue());
        assertThat(MemoryView.of(space).hooks()).extracting(Hook::image).containsOnly("kerberos.dll");
    }

    @Test
    void whatFailsHalfwayLeavesMemoryAsItWas() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        space.release(1_000_000);
        MemoryView before = MemoryView.of(space);
        space.load(1_000_000, SECOND, Disturbance.NONE);

        Status status = refusal(() -> space.hook(1_000_000, new Disturbance(false, 30, -1, false)));

        assertThat(status).isEqualTo(Status.HOOK_FAILED);
        assertThat(MemoryView.of(space)).isEqualTo(before);
    }

    @Test
    void aDigestThatDiffersUndoesEveryHook() {
        AddressSpace space = boot(Samples.fresh());
        MemoryView before = MemoryView.of(space);
        space.load(1, FIRST, Disturbance.NONE);
        space.hook(2, Disturbance.NONE);

        Status status = refusal(() -> space.commit(3, new Disturbance(false, -1, 5, false)));

        assertThat(status).isEqualTo(Status.DIGEST_DIFFERS);
        assertThat(MemoryView.of(space)).isEqualTo(before);
    }

    @Test
    void refusesAFileThatThePatchIsNotMadeFor() {
        AddressSpace space =
                boot(Installation.fresh(Samples.PRODUCT, Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE)));

        assertThat(refusal(() -> space.load(1, FIRST, Disturbance.NONE))).isEqualTo(Status.WRONG_IMAGE);
    }

    @Test
    void refusesOtherVendorsDrivers() {
        Image driver = Samples.FILES.stream()
                .filter(file -> file.name().equals("vendornic.sys"))
                .findFirst()
                .orElseThrow();
        Manifest foreign = FIRST.withImages(List.of(driver));

        assertThat(refusal(() -> boot(Samples.fresh()).load(1, foreign, Disturbance.NONE)))
                .isEqualTo(Status.OTHER_PUBLISHER);
    }

    @Test
    void refusesAnUnexpectedPrologue() {
        Manifest other = changed(function -> new Function(
                function.rva(),
                function.oldSize(),
                function.newSize(),
                function.chunk(),
                function.prologue() + 1,
                function.digest(),
                function.callTargets()));
        AddressSpace space = boot(Samples.fresh());
        space.load(1, other, Disturbance.NONE);

        Status status = refusal(() -> space.hook(2, Disturbance.NONE));

        assertThat(status.code()).isEqualTo(0xC0000018);
        assertThat(MemoryView.counters(space)).isEqualTo(MemoryView.Counters.NONE);
    }

    @Test
    void allProcessorsWaitForKernelImagesAndAThreadEntersEachProcess() {
        AddressSpace space = boot(Samples.fresh());
        space.load(1, FIRST.withImages(parts("http.sys", "win32kbase.sys", "kernelbase.dll")), Disturbance.NONE);

        Reach reach = space.hook(2, Disturbance.NONE);

        int processes = Shape.CORE.processes().size();
        assertThat(reach.rendezvous()).isEqualTo(2);
        assertThat(reach.sessions()).isEqualTo(Shape.CORE.sessions());
        assertThat(reach.threads()).isEqualTo(processes - 1);
        assertThat(reach.skipped()).containsExactly("lsaiso");
    }

    @ParameterizedTest
    @EnumSource(Retention.class)
    void aHungThreadHoldsOldCodeVisiblyUntilTheRestart(Retention policy) {
        AddressSpace space = AddressSpace.boot(Samples.setup(1, Shape.CORE, policy), Samples.fresh(), true, 0);

        apply(space, FIRST, HUNG);
        space.release(Long.MAX_VALUE - 1);

        assertThat(MemoryView.of(space).retained()).anyMatch(segment -> segment.holders().stream()
                .anyMatch(holder -> holder.endsSeconds() == Invocation.NEVER));
    }

    @Test
    void referencedOldCodeLeavesWithItsLastInvocation() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        Segment last = MemoryView.of(space).retained().stream()
                .max((a, b) -> Long.compare(ends(a), ends(b)))
                .orElseThrow();

        space.release(ends(last) - 1);
        int before = MemoryView.of(space).retained().size();
        space.release(ends(last));

        assertThat(before).isPositive();
        assertThat(MemoryView.of(space).retained()).isEmpty();
    }

    @Test
    void oldCodeOfAProcessThatEndsIsHeldByItNoLonger() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        Invocation holder = MemoryView.of(space).retained().stream()
                .flatMap(segment -> segment.holders().stream())
                .filter(invocation -> Shape.CORE.processes().contains(invocation.process()))
                .findFirst()
                .orElseThrow();

        space.exit(10, holder.process());

        assertThat(MemoryView.of(space).retained())
                .flatExtracting(Segment::holders)
                .extracting(Invocation::pid)
                .doesNotContain(holder.pid());
    }

    @Test
    void aProcessThatStartsLaterGetsTheRegisteredPatch() {
        AddressSpace space = apply(boot(Samples.fresh()), FIRST, Disturbance.NONE);
        Set<String> before = images(space);
        space.exit(10, "svchost-netsvcs");
        Set<String> without = images(space);

        space.start(20, "svchost-netsvcs");

        assertThat(before).contains("wuaueng.dll");
        assertThat(without).doesNotContain("wuaueng.dll");
        assertThat(images(space)).isEqualTo(before);
    }

    private static long ends(Segment segment) {
        return segment.holders().stream()
                .mapToLong(Invocation::endsSeconds)
                .max()
                .orElse(0);
    }

    private static Set<String> images(AddressSpace space) {
        return MemoryView.of(space).hooks().stream().map(Hook::image).collect(Collectors.toSet());
    }

    private static boolean isSameFunction(Hook one, Hook other) {
        return one.image().equals(other.image()) && one.rva() == other.rva();
    }

    private static List<Image> parts(String... names) {
        return List.of(names).stream()
                .map(FIRST::image)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Manifest changed(UnaryOperator<Function> change) {
        return FIRST.withImages(parts("http.sys", "kernelbase.dll").stream()
                .map(part -> part.with(
                        false,
                        part.payloadDigest(),
                        part.functions().stream().map(change).toList()))
                .toList());
    }

    private static Status refusal(Runnable attempt) {
        try {
            attempt.run();
            throw new AssertionError("nothing was refused");
        } catch (PatchRefused e) {
            return e.status();
        }
    }

    private static AddressSpace boot(Installation installation) {
        return AddressSpace.boot(Samples.setup(1), installation, true, 0);
    }

    private static AddressSpace apply(AddressSpace space, Manifest hotpatch, Disturbance disturbance) {
        space.load(1, hotpatch, disturbance);
        space.hook(2, disturbance);
        space.commit(3, disturbance);
        return space;
    }
}
