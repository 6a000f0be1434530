package io.hotfleet.node.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FootprintTest {
    private static final List<Manifest> ALL = Samples.HOTPATCHES;
    private static final int SEEDS = 10;

    static Stream<Arguments> histories() {
        Installation fresh = Samples.fresh();
        Installation folded = fresh.register(ALL.getFirst().withFolding(true)).restarted();
        return Stream.of(
                Arguments.argumentSet("nothing", fresh, List.of()),
                Arguments.argumentSet("one after the other", fresh, ALL),
                Arguments.argumentSet("one skipped", fresh, List.of(ALL.get(0), ALL.get(2))),
                Arguments.argumentSet("a restart between", fresh.register(ALL.getFirst()), ALL.subList(1, 3)),
                Arguments.argumentSet("folded between", folded, ALL.subList(1, 3)),
                Arguments.argumentSet("restarted last", fresh.register(ALL.getLast()), List.of()));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void equalsTheDetailedModelForEverySeedPolicyAndTime(Installation booted, List<Manifest> applied) {
        for (Shape shape : Shape.values()) {
            Footprint footprint = Footprint.of(shape, Setup.TABLE_BYTES, booted, applied);

            for (long seed = 0; seed < SEEDS; seed++) {
                Retention retention = Retention.values()[(int) (seed % 3)];
                compare(footprint, new Setup(seed, shape, Setup.TABLE_BYTES, retention), booted, applied);
            }
        }
    }

    @Test
    void chargesHooksInCpuAndEverythingInMemory() {
        Overhead overhead = Overhead.of(new Counters(500, 900, 100, 40), 2);

        assertThat(overhead).isEqualTo(new Overhead(0.1, 1_000));
    }

    private static void compare(Footprint footprint, Setup setup, Installation booted, List<Manifest> applied) {
        Random random = new Random(setup.seed());
        AddressSpace space = AddressSpace.boot(setup, booted, true, 0);
        long[] times = new long[applied.size()];
        long now = 0;
        for (int i = 0; i < times.length; i++) {
            now += random.nextInt(100_000);
            times[i] = now;
            space.load(now, applied.get(i), Disturbance.NONE);
            space.hook(now, Disturbance.NONE);
            space.commit(now, Disturbance.NONE);
        }
        for (int i = 0; i < 10; i++) {
            space.release(now);
            assertThat(footprint.at(setup.seed(), setup.retention(), times, now))
                    .as("%s at %d", setup, now)
                    .isEqualTo(MemoryView.counters(space));
            now += random.nextInt(i < 5 ? 1_000 : 100_000);
        }
    }
}
