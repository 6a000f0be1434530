package io.hotfleet.clusternode.workload;

import java.util.Map;
import java.util.TreeMap;

/// Counts what a client sees. Times are milliseconds of one clock.
final class LoadTally {
    static final long TICK_MS = 50;
    private static final int UNSEEN_POLLS_MIN = 2;
    private static final int CAUSES_MAX = 20;
    private static final String OTHER = "other";

    private final Map<String, Long> unanswered = new TreeMap<>();
    private final long sinceMs;
    private int sessions;
    private long moved;
    private long broken;
    private long requests;
    private long failed;
    private long longestOutageMs;
    private long answeredMs;
    private boolean answeredBefore;
    private String owner = "";
    private long term;
    private int roleMoves;
    private int polledWithout;
    private boolean quorumSeen;
    private int quorumLosses;
    private int termsGoneBack;
    private long tickedMs;
    private long longestStallMs;

    LoadTally(long nowMs) {
        this.sinceMs = nowMs;
        this.tickedMs = nowMs;
    }

    /// @param startedMs when the request began: an answer is no later than its owner's term allows
    synchronized void answered(String node, long nodesTerm, long startedMs, long nowMs) {
        requests++;
        if (answeredBefore) {
            longestOutageMs = Math.max(longestOutageMs, nowMs - answeredMs);
        }
        if (nodesTerm < term && startedMs > answeredMs) {
            termsGoneBack++;
        }
        if (nodesTerm >= term) {
            roleMoves += owner.isEmpty() || owner.equals(node) ? 0 : 1;
            owner = node;
            term = nodesTerm;
        }
        answeredBefore = true;
        answeredMs = Math.max(answeredMs, nowMs);
    }

    /// An attempt had no answer; its request may still get one.
    ///
    /// @param cause a status, or the kind of error
    synchronized void unanswered(String cause) {
        boolean isCounted = unanswered.containsKey(cause) || unanswered.size() < CAUSES_MAX;
        unanswered.merge(isCounted ? cause : OTHER, 1L, Long::sum);
    }

    /// To be called every [#TICK_MS].
    synchronized void ticked(long nowMs) {
        longestStallMs = Math.max(longestStallMs, nowMs - tickedMs - TICK_MS);
        tickedMs = nowMs;
    }

    synchronized void failed() {
        requests++;
        failed++;
    }

    synchronized void opened() {
        sessions++;
    }

    /// @param goodbye whether the node said that it would end
    synchronized void ended(boolean goodbye) {
        sessions--;
        moved += goodbye ? 1 : 0;
        broken += goodbye ? 0 : 1;
    }

    /// One unanswered round may be the asker's fault.
    ///
    /// @param quorum whether any node said that it has a majority
    synchronized void polled(boolean quorum) {
        polledWithout = quorum ? 0 : polledWithout + 1;
        quorumLosses += quorumSeen && polledWithout == UNSEEN_POLLS_MIN ? 1 : 0;
        quorumSeen |= quorum;
    }

    synchronized LoadResult seen(long nowMs) {
        long outageMs = answeredBefore ? Math.max(longestOutageMs, nowMs - answeredMs) : 0;
        return new LoadResult(
                (nowMs - sinceMs) / 1_000,
                sessions,
                moved,
                broken,
                requests,
                failed,
                outageMs,
                roleMoves,
                quorumLosses,
                termsGoneBack,
                longestStallMs,
                new TreeMap<>(unanswered));
    }
}
