package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomMemoryTest {
    private static final int RUNS = 60;
    private static final int EVENTS = 40;

    @Test
    void agreesWithTheSlowTwinAfterEveryEvent() {
        Samples.seeds(RUNS).forEach(seed -> {
            try {
                new Run(seed).play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + " (replay with -Dhotfleet.seed=" + seed + ")", e);
            }
        });
    }

    /// Calls in any order that the model allows, each possibly disturbed.
    private static final class Run {
        private final Random random;
        private final Setup setup;
        private AddressSpace space;
        private SlowTwin twin;
        private int seen;
        private long now;
        private int step;
        private int loading;
        /// Only the newest or a newer hotpatch is ever applied: a property of the offers, not of the memory.
        private int newest;

        private Run(long seed) {
            random = Samples.random(seed);
            setup = Samples.setup(seed, pick(Shape.values()), pick(Retention.values()));
        }

        private void play() {
            boot(Samples.fresh());
            for (int i = 0; i < EVENTS; i++) {
                now += random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(1_000);
                move();
                check();
            }
        }

        private void move() {
            Disturbance none = Disturbance.NONE;
            int dice = random.nextInt(20);
            if (dice == 0) {
                boot(next());
            } else if (dice < 4) {
                exitOrStart();
            } else if (dice == 4) {
                space.undo(now);
                step = 0;
            } else if (dice < 8) {
                attempt(new Disturbance(
                        random.nextBoolean(), random.nextInt(60), random.nextInt(60), random.nextBoolean()));
            } else {
                attempt(dice == 8 ? new Disturbance(false, -1, -1, true) : none);
            }
        }

        private void attempt(Disturbance disturbance) {
            try {
                if (step == 0) {
                    loading = newest + random.nextInt(Samples.HOTPATCHES.size() - newest);
                    space.load(now, Samples.HOTPATCHES.get(loading), disturbance);
                } else if (step == 1) {
                    space.hook(now, disturbance);
                } else {
                    space.commit(now, disturbance);
                    newest = loading;
                }
                step = (step + 1) % 3;
            } catch (PatchRefused e) {
                step = 0;
            }
        }

        private void exitOrStart() {
            String process = pick(setup.shape().recoverable().toArray(new String[0]));
            if (!space.exit(now, process)) {
                space.start(now, process);
            }
        }

        private Installation next() {
            Installation fresh = Samples.fresh();
            Manifest hotpatch =
                    pick(Samples.HOTPATCHES.toArray(new Manifest[0])).withFolding(random.nextBoolean());
            return switch (random.nextInt(4)) {
                case 0 -> fresh;
                case 1 -> fresh.register(hotpatch.withFolding(true)).restarted().register(Samples.HOTPATCHES.getLast());
                default -> fresh.register(hotpatch).restarted();
            };
        }

        private void boot(Installation installation) {
            newest = Math.max(0, installation.sequenceNumber() - 1);
            space = AddressSpace.boot(setup, installation, true, now);
            twin = SlowTwin.of(setup, space.history());
            seen = 1;
            step = 0;
        }

        private void check() {
            List<MemoryEvent> history = space.history();
            history.subList(seen, history.size()).forEach(twin::accept);
            seen = history.size();
            space.release(now);
            twin.release(now);
            MemoryView view = MemoryView.of(space);
            twin.compare(space, view);
            Invariants.check(space, view, now);
            if (random.nextInt(EVENTS) == 0) {
                AddressSpace again = AddressSpace.replay(setup, history);
                again.release(now);
                assertThat(MemoryView.of(again)).isEqualTo(view);
            }
        }

        private <T> T pick(T[] choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
