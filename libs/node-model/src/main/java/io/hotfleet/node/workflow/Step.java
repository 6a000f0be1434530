package io.hotfleet.node.workflow;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.workflow.Assumptions.Span;

/// The timed parts of an installation. Medians are assumptions; the six of a hotpatch make two minutes.
public enum Step {
    DOWNLOAD(60),
    ANALYSE(10),
    VALIDATE(10),
    LOAD(25),
    HOOK(5),
    VERIFY(10),
    /// Writing the files of a cumulative update beside the old ones.
    STAGE(1_500),
    UNDO(5),
    RESTART(480);

    private static final long PURPOSE = Randoms.key("step");

    private final int medianSeconds;

    Step(int medianSeconds) {
        this.medianSeconds = medianSeconds;
    }

    /// From 1.
    public int number() {
        return ordinal() + 1;
    }

    public int medianSeconds() {
        return medianSeconds;
    }

    /// What is assumed of the whole that a step belongs to, and what its medians above come from.
    record Pace(Span assumed, Span usual) {
        double factor() {
            return (double) assumed.seconds() / usual.seconds();
        }
    }

    long seconds(long seed, String kb, int slowness, Pace pace) {
        double drawn = pace.assumed().fixed() ? 1 : factor(seed, Randoms.key(kb));
        return seconds(drawn * pace.factor(), slowness);
    }

    /// Half of the draws lie in 0.8 … 1.0 of the median, the other half in 1.0 … 1.5.
    ///
    /// @param kb [Randoms#key] of the release
    /// @param slowness per cent of the usual time
    public long seconds(long seed, long kb, int slowness) {
        return seconds(factor(seed, kb), slowness);
    }

    private double factor(long seed, long kb) {
        return Randoms.factor(Randoms.uniform(seed, PURPOSE, kb, ordinal()));
    }

    private long seconds(double factor, int slowness) {
        return Math.max(1, (long) (medianSeconds * factor * slowness / 100 + 0.5));
    }
}
