package io.hotfleet.clusternode.election;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which nodes have a vote. Only an owner changes them, one node at a time; a later term or version replaces an
/// earlier one.
public record Membership(long term, int version, SortedSet<String> voters) implements Comparable<Membership> {
    private static final Comparator<Membership> ORDER =
            Comparator.comparingLong(Membership::term).thenComparingInt(Membership::version);

    public Membership {
        voters = new TreeSet<>(voters);
        if (voters.isEmpty()) {
            throw new IllegalArgumentException("voters is empty, accepted is one node or more");
        }
    }

    /// The seats that a new cluster begins with.
    public static Membership first(Collection<String> voters) {
        return new Membership(0, 0, new TreeSet<>(voters));
    }

    public boolean has(String node) {
        return voters.contains(node);
    }

    public boolean isMajority(Set<String> nodes) {
        return 2 * voters.stream().filter(nodes::contains).count() > voters.size();
    }

    boolean isEverybody(Set<String> nodes) {
        return nodes.containsAll(voters);
    }

    /// The same voters, confirmed by the owner of a new term.
    Membership in(long newTerm) {
        return new Membership(newTerm, version + 1, voters);
    }

    Membership with(String node) {
        SortedSet<String> more = new TreeSet<>(voters);
        more.add(node);
        return new Membership(term, version + 1, more);
    }

    Membership without(String node) {
        SortedSet<String> fewer = new TreeSet<>(voters);
        fewer.remove(node);
        return new Membership(term, version + 1, fewer);
    }

    @Override
    public int compareTo(Membership other) {
        return ORDER.compare(this, other);
    }
}
