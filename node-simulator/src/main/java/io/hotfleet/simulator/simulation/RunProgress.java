package io.hotfleet.simulator.simulation;

/// How far a play is, readable from any thread.
public final class RunProgress {
    private final Strategy strategy;
    private final long startMinute;
    private final long endMinute;
    private volatile long minute;
    private volatile long reports;
    private volatile long rounds;
    private volatile boolean done;

    public RunProgress(Strategy strategy, Period period) {
        this.strategy = strategy;
        this.startMinute = Period.minute(period.start());
        this.endMinute = Period.minute(period.end());
        this.minute = startMinute;
    }

    /// Time has reached a barrier.
    void reached(long barrierMinute) {
        minute = barrierMinute;
    }

    /// One more exchange. Called by the play's thread alone.
    void round(int reportsSent) {
        rounds = rounds + 1;
        reports = reports + reportsSent;
    }

    void done() {
        done = true;
    }

    public Strategy strategy() {
        return strategy;
    }

    public long minute() {
        return Math.min(minute, endMinute - 1);
    }

    public long reports() {
        return reports;
    }

    public long rounds() {
        return rounds;
    }

    /// Share of the period that lies behind.
    public double share() {
        return done ? 1 : Math.min(1, (double) (minute - startMinute) / (endMinute - startMinute));
    }
}
