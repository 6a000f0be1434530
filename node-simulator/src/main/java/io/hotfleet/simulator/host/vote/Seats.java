package io.hotfleet.simulator.host.vote;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which nodes have a vote. Only an owner changes them, one node at a time; a later term or version replaces an
/// earlier one.
public record Seats(long term, int version, SortedSet<String> voters) implements Comparable<Seats> {
    private static final Comparator<Seats> ORDER =
            Comparator.comparingLong(Seats::term).thenComparingInt(Seats::version);

    public Seats {
        voters = new TreeSet<>(voters);
        if (voters.isEmpty()) {
            throw new IllegalArgumentException("voters is empty, accepted is one node or more");
        }
    }

    /// The seats that a new cluster begins with.
    public static Seats first(Collection<String> voters) {
        return new Seats(0, 0, new TreeSet<>(voters));
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
    Seats in(long newTerm) {
        return new Seats(newTerm, version + 1, voters);
    }

    Seats with(String node) {
        SortedSet<String> more = new TreeSet<>(voters);
        more.add(node);
        return new Seats(term, version + 1, more);
    }

    Seats without(String node) {
        SortedSet<String> fewer = new TreeSet<>(voters);
        fewer.remove(node);
        return new Seats(term, version + 1, fewer);
    }

    @Override
    public int compareTo(Seats other) {
        return ORDER.compare(this, other);
    }
}
