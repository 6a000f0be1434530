package io.hotfleet.hotpatch.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticManifestsTest {
    private static final String PRODUCT = "windows-server-2025";
    private static final String BASELINE = "KB5062553";
    private static final List<String> QUARTER = List.of("KB5064010", "KB5065474");

    private final SyntheticManifests made = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);

    @Test
    void sameNamesAndSeedMakeTheSameManifest() {
        Manifest again = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
                .hotpatch(PRODUCT, BASELINE, QUARTER)
                .manifest();

        assertThat(again).isEqualTo(made.hotpatch(PRODUCT, BASELINE, QUARTER).manifest());
    }

    @Test
    void anotherSeedMakesAnother() {
        Manifest other =
                new SyntheticManifests(1).hotpatch(PRODUCT, BASELINE, QUARTER).manifest();

        assertThat(other.images())
                .isNotEqualTo(
                        made.hotpatch(PRODUCT, BASELINE, QUARTER).manifest().images());
    }

    @Test
    void aHotpatchHoldsMostOfItsPredecessorAndMore() {
        Set<String> first =
                places(made.hotpatch(PRODUCT, BASELINE, QUARTER.subList(0, 1)).manifest());
        Set<String> second = places(made.hotpatch(PRODUCT, BASELINE, QUARTER).manifest());

        Set<String> kept = new HashSet<>(first);
        kept.retainAll(second);

        assertThat(kept.size()).isBetween(first.size() * 8 / 10, first.size());
        assertThat(second).hasSizeGreaterThan(first.size());
    }

    @Test
    void patchesOnlyThePublishersFilesOfItsBaseline() {
        Manifest manifest = made.hotpatch(PRODUCT, BASELINE, QUARTER).manifest();
        List<Image> files = made.images(PRODUCT, BASELINE);

        assertThat(manifest.images())
                .allMatch(part -> files.stream().anyMatch(file -> file.isSameFile(part)))
                .allMatch(part -> part.publisher().equals(Manifest.PUBLISHER));
    }

    @Test
    void everyFunctionFitsBetweenItsNeighbours() {
        for (Image part : made.hotpatch(PRODUCT, BASELINE, QUARTER).manifest().images()) {
            List<Function> functions = part.functions();

            for (int i = 1; i < functions.size(); i++) {
                assertThat(functions.get(i).rva())
                        .isGreaterThanOrEqualTo(functions.get(i - 1).rva()
                                + functions.get(i - 1).oldSize());
            }
        }
    }

    private static Set<String> places(Manifest manifest) {
        Set<String> places = new HashSet<>();
        manifest.images()
                .forEach(image -> image.functions().forEach(function -> places.add(image.name() + function.rva())));
        return places;
    }
}
