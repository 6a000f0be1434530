package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/// A quarter of made-up hotpatches on the files of one baseline, shared by the tests because making them takes time.
public final class Samples {
    public static final String PRODUCT = "windows-server-2025";
    public static final String BASELINE = "KB5062553";
    public static final String CUMULATIVE = "KB5065426";
    public static final List<String> QUARTER = List.of("KB5064010", "KB5065474", "KB5065999");
    public static final List<Manifest> HOTPATCHES = hotpatches();
    public static final List<Image> FILES = files(BASELINE);

    private Samples() {}

    public static List<Image> files(String release) {
        return new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED).images(PRODUCT, release);
    }

    public static Setup setup(long seed) {
        return setup(seed, Shape.CORE, Retention.REFERENCED);
    }

    public static Setup setup(long seed, Shape shape, Retention retention) {
        return new Setup(seed, shape, Setup.TABLE_BYTES, retention);
    }

    public static Installation fresh() {
        return Installation.fresh(PRODUCT, BASELINE, FILES);
    }

    /// `-Dhotfleet.seed=17` replays one seed alone.
    public static LongStream seeds(int count) {
        Long one = Long.getLong("hotfleet.seed");
        return one == null ? LongStream.range(0, count) : LongStream.of(one);
    }

    /// The first draws of neighbouring seeds must differ, which those of `new Random(seed)` hardly do.
    public static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static List<Manifest> hotpatches() {
        List<Manifest> made = new ArrayList<>();
        for (int i = 1; i <= QUARTER.size(); i++) {
            made.add(new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
                    .hotpatch(PRODUCT, BASELINE, QUARTER.subList(0, i))
                    .manifest());
        }
        return List.copyOf(made);
    }
}
