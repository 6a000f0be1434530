package io.hotfleet.node.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetYearTest {
    private static final FleetYear YEAR = Calendar2025.year(1);
    /// Three shards, the last of them not full.
    private static final int MACHINES = 300;

    /// What a million events may allocate together: buffers of a shard that grow once, no object for each event.
    private static final long ALLOCATED_BYTES_MAX = 100_000;

    @Test
    void whoHotpatchesRestartsFourTimesAndTheOthersTwelve() throws InterruptedException {
        FleetYearResult result = YEAR.run(MACHINES, 1);

        assertThat(result.restarts(false)).containsOnlyKeys(4);
        assertThat(result.restarts(true)).containsOnlyKeys(12);
        assertThat(result.restarts(false).get(4) + result.restarts(true).get(12))
                .isEqualTo(MACHINES);
        assertThat(result.hotpatches()).isEqualTo(10L * result.restarts(false).get(4));
        assertThat(result.failures()).isPositive();
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 3, 8})
    void theNumberOfThreadsChangesNothing(int threads) throws InterruptedException {
        FleetYearResult alone = YEAR.run(MACHINES, 1);

        FleetYearResult together = YEAR.run(MACHINES, threads);

        assertThat(together.digest()).isEqualTo(alone.digest());
        assertThat(together.events()).isEqualTo(alone.events());
    }

    @Test
    void theDigestBelongsToTheSeed() throws InterruptedException {
        assertThat(Calendar2025.year(1).run(100, 1).digest())
                .isEqualTo(YEAR.run(100, 1).digest())
                .isNotEqualTo(Calendar2025.year(2).run(100, 1).digest());
    }

    @Test
    void moreMachinesLeaveTheOthersAlone() throws InterruptedException {
        FleetYearResult few = YEAR.run(FleetYear.SHARD_MACHINES, 1);
        FleetYearResult many = YEAR.run(2 * FleetYear.SHARD_MACHINES, 2);

        assertThat(many.downSeconds(0, FleetYear.SHARD_MACHINES)).isEqualTo(few.downSeconds(0, few.machines()));
    }

    @Test
    void eventsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int machines = 80 * FleetYear.SHARD_MACHINES;
        BatchState all = YEAR.population(0, machines);
        NodeBatch shard = YEAR.shard();
        runShard(shard, all, 0);
        long before = threads.getCurrentThreadAllocatedBytes();

        long events = 0;
        for (int first = 0; first < machines; first += FleetYear.SHARD_MACHINES) {
            events += runShard(shard, all, first);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATED_BYTES_MAX);
        assertThat(events).isGreaterThan(1_000_000);
    }

    @Test
    void offersThatMayMeetAreRefused() {
        List<CalendarRelease> rows = new ArrayList<>(Calendar2025.ROWS);
        CalendarRelease april = rows.stream()
                .filter(row -> row.kb().equals("KB5055523"))
                .findFirst()
                .orElseThrow();
        rows.add(new CalendarRelease(
                april.product(),
                april.month(),
                april.releaseDate().plusDays(1),
                "OUT_OF_BAND",
                "KB1",
                "KEEPS",
                april.kb()));

        assertThatThrownBy(() -> new FleetYear(rows, Calendar2025.FROM, Calendar2025.TO, Calendar2025.CONTENTS, 1))
                .hasMessageContaining("KB5055523 and KB1 appear within 48 hours");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (Map.Entry<Integer, Integer> wrong :
                List.of(Map.entry(0, 1), Map.entry(FleetYear.MACHINES_MAX + 1, 1), Map.entry(1, 0))) {
            assertThatThrownBy(() -> YEAR.run(wrong.getKey(), wrong.getValue()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static long runShard(NodeBatch shard, BatchState all, int first) {
        shard.begin(all, first, first + FleetYear.SHARD_MACHINES, YEAR.startSeconds());
        return shard.run(YEAR.endSeconds());
    }
}
