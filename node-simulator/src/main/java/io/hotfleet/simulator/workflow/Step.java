package io.hotfleet.simulator.workflow;

import io.hotfleet.simulator.kernel.Randoms;

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

    long seconds(long seed, String kb, int slowness) {
        return seconds(seed, Randoms.key(kb), slowness);
    }

    /// Half of the draws lie in 0.8 … 1.0 of the median, the other half in 1.0 … 1.5.
    ///
    /// @param kb [Randoms#key] of the release
    /// @param slowness per cent of the usual time
    public long seconds(long seed, long kb, int slowness) {
        double u = Randoms.uniform(seed, PURPOSE, kb, ordinal());
        return Math.max(1, (long) (medianSeconds * Randoms.factor(u) * slowness / 100 + 0.5));
    }
}
