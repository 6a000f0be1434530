package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Setting;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Waits for what somebody else does. A slow machine is no error: as long as a process says or computes something the
/// wait goes on, and tells what it waits for.
///
/// It looks less often the longer it lasts: whoever is asked all the time is never idle.
public final class ProgressWait {

    private static final Duration LOOK_FIRST = Duration.ofMillis(20);
    private static final Duration LOOK_EVERY_MAX = Duration.ofSeconds(1);
    private static final int LOOKS_A_WAIT = 50;
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);
    /// A process that computes less than this part of the time does nothing but live.
    private static final int BUSY_PART = 50;

    private final String what;
    private final Activity activity;
    private final WaitLimits limits;
    private final Consumer<String> tell;
    private final Time time;

    private long beginNanos;
    private long toldNanos;
    private long progressNanos;
    private long outputBytes;
    private Duration processorTime = Duration.ZERO;

    /// What passes while it waits.
    interface Time {
        long nanos();

        void pause(Duration duration) throws InterruptedException;
    }

    /// What is waited for.
    public interface Condition {
        /// @throws Failure where it cannot come about any more
        boolean holds() throws IOException, InterruptedException;
    }

    /// @param what completes "waiting for …"
    public ProgressWait(String what, Activity activity) {
        this(what, activity, WaitLimits.current(), _ -> {});
    }

    /// @param tell takes a line now and then while it lasts
    public ProgressWait(String what, Activity activity, WaitLimits limits, Consumer<String> tell) {
        this(what, activity, limits, tell, new RealTime());
    }

    ProgressWait(String what, Activity activity, WaitLimits limits, Consumer<String> tell, Time time) {
        this.what = what;
        this.activity = activity;
        this.limits = limits;
        this.tell = tell;
        this.time = time;
    }

    /// @throws Failure where it does not come about within the limits
    public void until(Condition condition) {
        if (!comesAbout(condition)) {
            throw Failure.of("waited %d s for %s, the last %d s without progress (%s and %s are the limits)%s"
                    .formatted(
                            since(beginNanos).toSeconds(),
                            what,
                            since(progressNanos).toSeconds(),
                            Setting.HOTFLEET_IDLE_SECONDS,
                            Setting.HOTFLEET_WAIT_SECONDS,
                            shown()));
        }
    }

    /// @return whether it came about within the limits
    public boolean comesAbout(Condition condition) {
        beginNanos = time.nanos();
        toldNanos = beginNanos;
        markProgress();
        try {
            while (!condition.holds()) {
                look();
                if (since(progressNanos).compareTo(limits.idle()) > 0
                        || since(beginNanos).compareTo(limits.total()) > 0) {
                    return false;
                }
                time.pause(untilNextLook());
            }
            return true;
        } catch (IOException e) {
            throw Failure.of("cannot wait for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    /// Between two turns of what goes on anyway.
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private void look() {
        Duration busy = activity.processorTime().minus(processorTime).abs();
        if (activity.outputBytes() != outputBytes
                || busy.multipliedBy(BUSY_PART).compareTo(limits.idle()) > 0) {
            markProgress();
        }
        if (since(toldNanos).compareTo(TELL_EVERY) > 0) {
            toldNanos = time.nanos();
            tell.accept("waiting for %s, %d s so far%s"
                    .formatted(what, since(beginNanos).toSeconds(), shown()));
        }
    }

    private void markProgress() {
        progressNanos = time.nanos();
        outputBytes = activity.outputBytes();
        processorTime = activity.processorTime();
    }

    private Duration untilNextLook() {
        Duration wanted = since(beginNanos).dividedBy(LOOKS_A_WAIT);
        Duration longest = wanted.compareTo(LOOK_EVERY_MAX) > 0 ? LOOK_EVERY_MAX : wanted;
        return longest.compareTo(LOOK_FIRST) < 0 ? LOOK_FIRST : longest;
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(time.nanos() - nanos);
    }

    private String shown() {
        return activity.shown().isEmpty() ? "" : ": " + activity.shown();
    }

    private static final class RealTime implements Time {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }
}
