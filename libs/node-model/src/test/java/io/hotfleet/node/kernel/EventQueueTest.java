package io.hotfleet.node.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventQueueTest {
    private static final int STEPS = 4_000;

    record Event(long minute, int subject, long cargo) {}

    static LongStream seeds() {
        String one = System.getProperty("hotfleet.seed");
        return one == null ? LongStream.range(0, 25) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void popsWhatAStablySortedListWouldGive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EventQueue queue = new EventQueue(1);
        List<Event> twin = new ArrayList<>();
        List<Event> popped = new ArrayList<>();
        List<Event> expected = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(5) < 3) {
                Event event = new Event(random.nextInt(50), random.nextInt(4), step);
                queue.push(event.minute(), event.subject(), event.cargo());
                twin.add(event);
            } else {
                long end = random.nextInt(60);
                popped.add(pop(queue, end));
                expected.add(popTwin(twin, end));
            }
        }

        assertThat(popped).isEqualTo(expected);
        assertThat(queue.size()).isEqualTo(twin.size());
    }

    @Test
    void keepsTheFarthestMinuteAndSubjectWhole() {
        EventQueue queue = new EventQueue(4);
        queue.push((1L << 32) - 1, Integer.MAX_VALUE, -7);

        Event event = pop(queue, Long.MAX_VALUE);

        assertThat(event).isEqualTo(new Event((1L << 32) - 1, Integer.MAX_VALUE, -7));
    }

    @Test
    void refusesWhatItCouldNotOrder() {
        EventQueue queue = new EventQueue(1);

        assertThatThrownBy(() -> queue.push(-1, 0, 0)).hasMessageContaining("time -1");
        assertThatThrownBy(() -> queue.push(0, -2, 0)).hasMessageContaining("subject -2");
    }

    private static Event pop(EventQueue queue, long end) {
        return queue.popBefore(end) ? new Event(queue.time(), queue.subject(), queue.cargo()) : null;
    }

    private static Event popTwin(List<Event> twin, long end) {
        twin.sort(Comparator.comparingLong(Event::minute).thenComparingInt(Event::subject));
        return twin.isEmpty() || twin.getFirst().minute() >= end ? null : twin.removeFirst();
    }
}
