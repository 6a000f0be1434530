package io.hotfleet.patch.planner;

import java.util.List;

/// What only a cluster has: votes, and the figures that follow from them.
///
/// @param lostSince minute since which it does not serve; -1 while it does
/// @param lostMinutes minutes that it did not serve before that
/// @param losses how often it lost quorum
/// @param downMax most nodes that were down at once
/// @param work appearance of the offer that was worked on last, and `workWindow` the start of the window
/// @param overruns further windows that the work for one offer needed
/// @param restart the last restart of a node
public record ClusterState(
        Quorum quorum,
        long lostSince,
        long lostMinutes,
        int losses,
        int downMax,
        long work,
        long workWindow,
        int overruns,
        Restart restart) {
    private static final int SECONDS_A_MINUTE = 60;

    /// A node that was down from a minute (inclusive) to another (exclusive).
    public record Restart(int position, long from, long to) {
        public static final Restart NONE = new Restart(0, 0, 0);

        boolean covers(long minute) {
            return from <= minute && minute < to;
        }

        private Restart at(int now) {
            return new Restart(now, from, to);
        }
    }

    public static ClusterState fresh(int nodes, boolean witness) {
        return new ClusterState(Quorum.of(nodes, witness), -1, 0, 0, 0, 0, 0, 0, Restart.NONE);
    }

    /// Counts a further window for the same work.
    ClusterState working(long offer, long window) {
        int more = work == offer && workWindow != window ? 1 : 0;
        return new ClusterState(
                quorum, lostSince, lostMinutes, losses, downMax, offer, window, overruns + more, restart);
    }

    ClusterState restarted(Member node, long end, int downSeconds) {
        Restart done = new Restart(node.position(), end - Math.ceilDiv(downSeconds, SECONDS_A_MINUTE), end);
        int down = Math.max(downMax, quorum.downCount() + (quorum.isUp(node.position()) ? 1 : 0));
        return new ClusterState(quorum, lostSince, lostMinutes, losses, down, work, workWindow, overruns, done);
    }

    /// A loss may be told after the end of a restart that it fell into: the restarting node counts as away then.
    ClusterState lost(Member node, long minute) {
        boolean overlap = restart.covers(minute) && restart.position() != node.position();
        Quorum before = overlap ? quorum.drained(restart.position(), minute) : quorum;
        Quorum now = before.lose(node.position(), minute);
        ClusterState then = with(now, minute, Math.max(downMax, now.downCount()));
        return overlap ? then.with(now.join(restart.position(), restart.to()), restart.to(), then.downMax) : then;
    }

    ClusterState joined(Member node, long minute) {
        return with(quorum.join(node.position(), minute), minute, downMax);
    }

    /// A node joins the cluster at a position, up; an empty cluster begins anew with it.
    public ClusterState entered(int position, long minute) {
        ClusterState then = with(quorum.entered(position, minute), minute, downMax);
        return then.with(restart.position() < position ? restart : restart.at(restart.position() + 1));
    }

    /// A node leaves for good. A cluster without any node serves nobody, but nobody misses it.
    public ClusterState left(int position, long minute) {
        Quorum now = quorum.left(position, minute);
        if (now.nodes() == 0) {
            return new ClusterState(
                    now, -1, lostMinutesUntil(minute), losses, downMax, work, workWindow, overruns, Restart.NONE);
        }
        ClusterState then = with(now, minute, downMax);
        if (restart.position() == position) {
            return then.with(Restart.NONE);
        }
        return restart.position() < position ? then : then.with(restart.at(restart.position() - 1));
    }

    /// Why no node may go down now, as a person says it.
    String obstacle(List<Member> members) {
        List<String> down = members.stream()
                .filter(member -> !quorum.isUp(member.position()))
                .map(Member::name)
                .sorted()
                .toList();
        return down.isEmpty()
                ? "the votes that are left without the node are no majority"
                : "%s %s down; a node goes down only while all others are up"
                        .formatted(String.join(", ", down), down.size() == 1 ? "is" : "are");
    }

    /// Minutes up to the end without quorum or without a running node.
    long lostMinutesUntil(long end) {
        return lostMinutes + (lostSince < 0 ? 0 : Math.max(0, end - lostSince));
    }

    private ClusterState with(Restart now) {
        return new ClusterState(quorum, lostSince, lostMinutes, losses, downMax, work, workWindow, overruns, now);
    }

    private ClusterState with(Quorum now, long minute, int down) {
        boolean stops = quorum.serves() && !now.serves();
        boolean resumes = lostSince >= 0 && now.serves();
        return new ClusterState(
                now,
                stops ? minute : resumes ? -1 : lostSince,
                lostMinutes + (resumes ? Math.max(0, minute - lostSince) : 0),
                losses + (stops ? 1 : 0),
                down,
                work,
                workWindow,
                overruns,
                restart);
    }
}
