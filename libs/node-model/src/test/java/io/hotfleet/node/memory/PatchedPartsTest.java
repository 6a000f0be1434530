package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.CallTarget;
import io.hotfleet.hotpatch.manifest.Manifest.ChunkType;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.MemoryView.Target;
import io.hotfleet.node.memory.PatchRefused.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Hotpatches made by hand, of images that the made-up ones seldom touch.
class PatchedPartsTest {
    private static final int RVA = 0x1230;
    private static final int OTHER_RVA = 0x1640;

    private final AddressSpace space = AddressSpace.boot(Samples.setup(1), Samples.fresh(), true, 0);

    @Test
    void securityDriversOfThePublisherArePatchedAsAnyDriver() {
        Manifest manifest = manifest(true, "ksecdd.sys", "cng.sys");

        apply(manifest);
        AddressSpace restarted =
                AddressSpace.boot(Samples.setup(1), Samples.fresh().register(manifest), true, 100);

        assertThat(patched(space)).containsExactly("ksecdd.sys");
        assertThat(space.waitingForBoot()).containsExactly("cng.sys");
        assertThat(patched(restarted)).containsExactly("cng.sys", "ksecdd.sys");
        assertThat(MemoryView.of(restarted).pages())
                .filteredOn(page -> page.owner().endsWith("ksecdd.sys"))
                .allMatch(page -> page.after().secured() && !page.after().writable());
    }

    @Test
    void aCallTargetMayBecomeInvalidAndComesBackWithTheUndo() {
        space.load(1, manifest(false, "ksecdd.sys"), Disturbance.NONE);
        space.hook(2, Disturbance.NONE);
        List<Target> hooked = MemoryView.of(space).callTargets();

        space.undo(3);

        assertThat(hooked)
                .extracting(Target::rva, Target::valid)
                .containsOnly(tuple(RVA, false), tuple(OTHER_RVA, false));
        assertThat(MemoryView.of(space).callTargets()).isEmpty();
    }

    @Test
    void aPointerThatLeadsToOtherCodeIsFoundByItsDigest() {
        space.load(1, manifest(true, "ksecdd.sys"), Disturbance.NONE);
        space.hook(2, Disturbance.NONE);
        LoadedImage image = space.images.get("ksecdd.sys");
        image.hpat.point(image.hooks.get(RVA).slot(), image.hooks.get(OTHER_RVA).newAddress());

        assertThatThrownBy(() -> space.commit(3, Disturbance.NONE))
                .isInstanceOfSatisfying(PatchRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(Status.DIGEST_DIFFERS));
        assertThat(MemoryView.of(space).hooks()).isEmpty();
    }

    private void apply(Manifest manifest) {
        space.load(1, manifest, Disturbance.NONE);
        space.hook(2, Disturbance.NONE);
        space.commit(3, Disturbance.NONE);
    }

    private static List<String> patched(AddressSpace of) {
        return MemoryView.of(of).hooks().stream().map(Hook::image).distinct().toList();
    }

    private static Manifest manifest(boolean valid, String... names) {
        List<Image> images = Stream.of(names)
                .map(name -> Samples.FILES.stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .map(file -> file.with(
                        file.bootCritical(),
                        digest('0'),
                        List.of(function(file, RVA, '1', valid), function(file, OTHER_RVA, '2', valid))))
                .toList();
        return new Manifest(
                Manifest.SCHEMA, Samples.PRODUCT, "KB1", 1, List.of(Samples.BASELINE), false, false, images);
    }

    private static Function function(Image file, int rva, char digit, boolean valid) {
        List<CallTarget> targets = List.of(new CallTarget(rva, valid));
        return new Function(rva, 64, 96, ChunkType.FUNCTION, file.prologue(rva), digest(digit), targets);
    }

    private static String digest(char digit) {
        return "sha256:" + String.valueOf(digit).repeat(64);
    }
}
