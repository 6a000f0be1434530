package io.hotfleet.clusternode.election;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An owner's term: who answered its beats when, and who has the newest seats.
///
/// @param sinceMs when it was elected
/// @param heardMs when the last answered beat was sent, by node: the promise of its hearer began no earlier
/// @param settledBy who has answered a beat with these seats
record Tenure(String owner, long sinceMs, Membership seats, Map<String, Long> heardMs, Set<String> settledBy) {
    Tenure {
        heardMs = Map.copyOf(heardMs);
        settledBy = Set.copyOf(settledBy);
    }

    static Tenure begin(String owner, Membership seats, long nowMs) {
        return new Tenure(owner, nowMs, seats, Map.of(), Set.of(owner));
    }

    Tenure answered(String node, Membership told, long sentMs) {
        Map<String, Long> heard = new HashMap<>(heardMs);
        heard.merge(node, sentMs, Math::max);
        Set<String> settled = new HashSet<>(settledBy);
        if (told.equals(seats)) {
            settled.add(node);
        }
        return new Tenure(owner, sinceMs, seats, heard, settled);
    }

    /// Whether a majority is still bound by its promise not to elect another owner.
    boolean holds(long nowMs, long leaseMs) {
        return seats.isMajority(bound(nowMs, leaseMs));
    }

    /// Whether it lost its majority, or never found one.
    boolean isOver(long nowMs, long leaseMs) {
        return nowMs - sinceMs > leaseMs && !holds(nowMs, leaseMs);
    }

    /// Until then nobody can know whether the seats last.
    boolean isSettled() {
        return seats.isMajority(settledBy);
    }

    /// @return unchanged where the seats are not settled, or where the change would cost the majority
    Tenure change(Membership changed, long nowMs, long leaseMs) {
        boolean safe = isSettled() && changed.isMajority(bound(nowMs, leaseMs));
        return safe ? new Tenure(owner, sinceMs, changed, heardMs, Set.of(owner)) : this;
    }

    /// Voters that have not answered within the lease; at first nobody can know.
    Set<String> silent(long nowMs, long leaseMs) {
        Set<String> silent = new TreeSet<>(nowMs - sinceMs > leaseMs ? seats.voters() : Set.of());
        silent.removeAll(bound(nowMs, leaseMs));
        return silent;
    }

    Set<String> bound(long nowMs, long leaseMs) {
        Set<String> bound = new HashSet<>();
        bound.add(owner);
        heardMs.forEach((node, sentMs) -> {
            if (nowMs - sentMs < leaseMs) {
                bound.add(node);
            }
        });
        return bound;
    }
}
