package io.hotfleet.simulator.fleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import io.hotfleet.simulator.fleet.agent.LossyChannel.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossyChannelTest {
    private static final int RUNS = 1_000;
    private static final int EXCHANGES = 200;
    private static final int WORST_PER_CENT = 80;

    @Test
    void whatIsSaidUntilItIsHeardIsHeardOnWhateverWay() {
        Samples.seeds(RUNS).forEach(seed -> {
            Random random = new Random(seed);
            Map<Fault, Integer> faults = Map.of(
                    Fault.REPORT_LOST, random.nextInt(WORST_PER_CENT),
                    Fault.REPORT_DUPLICATED, random.nextInt(WORST_PER_CENT),
                    Fault.REPORT_REORDERED, random.nextInt(WORST_PER_CENT));

            int heard = exchangesUntilHeard(new LossyChannel(seed), faults);

            assertThat(heard)
                    .as("seed %d (replay with -Dhotfleet.seed=%d), faults %s", seed, seed, faults)
                    .isLessThan(EXCHANGES);
        });
    }

    @Test
    void aGoodWayBringsEverythingOnceAndInOrder() {
        LossyChannel way = new LossyChannel(1);
        List<LiveReport> sent = new ArrayList<>();
        for (int seq = 1; seq <= 10; seq++) {
            sent.add(report(seq));
            way.send(report(seq), Map.of());
        }

        assertThat(way.arrive()).isEqualTo(new Arrival(sent, List.of()));
        assertThat(way.arrive()).isEqualTo(new Arrival(List.of(), List.of()));
    }

    @Test
    void anOvertakenReportArrivesWithTheNextExchange() {
        LossyChannel way = new LossyChannel(1);
        way.send(report(1), Map.of(Fault.REPORT_REORDERED, 100));
        Arrival first = way.arrive();
        way.send(report(2), Map.of());

        Arrival second = way.arrive();

        assertThat(first).isEqualTo(new Arrival(List.of(), List.of()));
        assertThat(second).isEqualTo(new Arrival(List.of(report(2)), List.of(report(1))));
    }

    /// The node says it again with its next number until a number higher than all before has come.
    private static int exchangesUntilHeard(LossyChannel way, Map<Fault, Integer> faults) {
        for (int seq = 1; seq < EXCHANGES; seq++) {
            way.send(report(seq), faults);
            Arrival arrival = way.arrive();
            if (!arrival.prompt().isEmpty() || !arrival.overtaken().isEmpty()) {
                return seq;
            }
        }
        return EXCHANGES;
    }

    private static LiveReport report(int seq) {
        return new LiveReport("web-1", seq, Instant.EPOCH, 1, "KB2", "INSTALLED", null, 1, 0, "running", 1, 1, 0);
    }
}
