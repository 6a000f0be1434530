package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.MemoryView.Target;
import io.hotfleet.node.memory.PatchRefused.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Dependencies between images, and the table of valid call targets.
class LoadOrderTest {
    private static final Manifest FIRST = Samples.HOTPATCHES.getFirst();

    @Test
    void imagesComeAfterThoseTheyImportFrom() {
        List<String> names = LoadOrder.of(List.of(
                        loaded("a.dll", "b.dll"), loaded("b.dll", "c.dll"), loaded("c.dll"), loaded("d.dll", "a.dll")))
                .stream()
                .map(image -> image.file().name())
                .toList();

        assertThat(names).containsExactly("c.dll", "b.dll", "a.dll", "d.dll");
    }

    @Test
    void imagesThatNeedEachOtherComeOnceEach() {
        assertThat(LoadOrder.of(List.of(loaded("b.dll", "a.dll"), loaded("a.dll", "b.dll"))))
                .extracting(image -> image.file().name())
                .containsExactly("b.dll", "a.dll");
    }

    @Test
    void aHotpatchWhoseImportIsNotInMemoryIsRefusedAndLeavesNothing() {
        AddressSpace space = AddressSpace.boot(Samples.setup(1), Samples.fresh(), true, 0);
        MemoryView before = MemoryView.of(space);
        Manifest needy = FIRST.withImages(
                FIRST.images().stream().map(image -> with(image, "absent.dll")).toList());

        assertThatThrownBy(() -> space.load(1, needy, Disturbance.NONE))
                .isInstanceOfSatisfying(PatchRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(Status.DEPENDENCY_MISSING))
                .hasMessageContaining("absent.dll");
        assertThat(MemoryView.of(space)).isEqualTo(before);
    }

    @Test
    void callTargetsChangeWithTheHooksAndComeBackWithTheUndo() {
        AddressSpace space = AddressSpace.boot(Samples.setup(1), Samples.fresh(), true, 0);
        List<Target> before = MemoryView.of(space).callTargets();
        space.load(1, FIRST, Disturbance.NONE);
        List<Target> loaded = MemoryView.of(space).callTargets();
        space.hook(2, Disturbance.NONE);
        List<Target> hooked = MemoryView.of(space).callTargets();

        space.undo(3);

        assertThat(before).isEmpty();
        assertThat(loaded).isEmpty();
        assertThat(hooked).isNotEmpty().allMatch(Target::valid);
        assertThat(MemoryView.of(space).callTargets()).isEmpty();
    }

    private static LoadedImage loaded(String name, String... dependencies) {
        Image model = Samples.FILES.getFirst();
        return new LoadedImage(
                new Image(
                        name,
                        1,
                        2,
                        model.kind(),
                        model.publisher(),
                        false,
                        8_192,
                        List.of(),
                        List.of(dependencies),
                        "",
                        List.of()),
                0x1000,
                Setup.TABLE_BYTES,
                Optional.empty());
    }

    private static Image with(Image image, String dependency) {
        List<String> dependencies = new ArrayList<>(image.dependencies());
        dependencies.add(dependency);
        List<Function> functions = image.functions();
        return new Image(
                image.name(),
                image.checksum(),
                image.timeStamp(),
                image.kind(),
                image.publisher(),
                image.bootCritical(),
                image.sizeBytes(),
                image.processes(),
                dependencies,
                image.payloadDigest(),
                functions);
    }
}
