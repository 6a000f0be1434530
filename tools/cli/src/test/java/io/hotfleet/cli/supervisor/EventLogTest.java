package io.hotfleet.cli.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log = new EventLog();

    @Test
    void whoComesLateHearsFromWhereItAsks() throws InterruptedException {
        log.add(StackEvent.Kind.PROGRESS, "one");
        log.add(StackEvent.Kind.READY, "two");

        assertThat(log.await(1, Duration.ZERO)).contains(new StackEvent(StackEvent.Kind.READY, "two"));
    }

    @Test
    void nothingIsHeardWhenNothingHappens() throws InterruptedException {
        assertThat(log.await(0, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void whoWaitsHearsAtOnce() throws InterruptedException {
        Thread.ofVirtual().start(() -> log.add(StackEvent.Kind.DIED, "it"));

        assertThat(log.await(0, Duration.ofMinutes(1))).contains(new StackEvent(StackEvent.Kind.DIED, "it"));
    }
}
