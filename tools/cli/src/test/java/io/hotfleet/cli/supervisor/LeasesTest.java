package io.hotfleet.cli.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final EventLog events = new EventLog();
    private final AtomicInteger starts = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Leases leases = new Leases(starts::incrementAndGet, events, stopped::countDown);

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void theStackEndsWithItsLastLeaseAndNotBefore() {
        long first = leases.take().orElseThrow();
        long second = leases.take().orElseThrow();

        assertThat(leases.release(first)).isFalse();
        assertThat(leases.release(second)).isTrue();

        assertThat(stopped.getCount()).isZero();
        assertThat(leases.take()).isEmpty();
    }

    @Test
    void aLeaseEndsOnce() {
        long first = leases.take().orElseThrow();
        leases.take();

        leases.release(first);

        assertThat(leases.release(first)).isFalse();
        assertThat(leases.count()).isOne();
    }

    @Test
    void aPinnedStackOutlivesItsLeases() {
        long only = leases.take().orElseThrow();

        assertThat(leases.pin()).isTrue();

        assertThat(leases.release(only)).isFalse();
        assertThat(stopped.getCount()).isOne();
        assertThat(leases.take()).isPresent();
    }

    @Test
    void aStackThatIsEndingCannotBePinned() {
        leases.release(leases.take().orElseThrow());

        assertThat(leases.pin()).isFalse();
    }

    @Test
    void everyLeaseStartsWhatDoesNotRun() throws InterruptedException {
        leases.take();
        leases.take();

        assertThat(events.await(0, LONG)).contains(new StackEvent(Kind.READY, "ready"));
        assertThat(events.await(1, LONG)).contains(new StackEvent(Kind.READY, "ready"));
        assertThat(starts).hasValue(2);
    }

    @Test
    void aStackThatCannotBeStartedSaysWhy() throws InterruptedException {
        leases = new Leases(
                () -> {
                    throw Failure.of("there is no room");
                },
                events,
                stopped::countDown);

        leases.take();

        assertThat(events.await(0, LONG)).contains(new StackEvent(Kind.FAILED, "there is no room"));
    }

    @Test
    void nobodyHasComeUntilTheFirstLease() {
        assertThat(leases.unused()).isTrue();

        leases.take();

        assertThat(leases.unused()).isFalse();
    }
}
