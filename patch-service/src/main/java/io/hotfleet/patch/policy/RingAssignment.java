package io.hotfleet.patch.policy;

import io.hotfleet.patch.policy.Policy.Ring;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Deals units to rings: shares are cumulative, the order is a hash of seed and name, so that it is the same in every
/// strategy and on every machine.
public final class RingAssignment {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double PERCENT = 100;

    private RingAssignment() {}

    private record Place(String name, long hash) {}

    /// The ring of each unit, from 0.
    public static Map<String, Integer> deal(Collection<String> units, Policy policy, long seed) {
        List<Place> order = units.stream()
                .map(name -> new Place(name, hash(seed, name)))
                .sorted(Comparator.comparingLong(Place::hash).thenComparing(Place::name))
                .toList();
        Map<String, Integer> rings = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            rings.put(order.get(i).name(), ring(i, order.size(), policy.rings()));
        }
        return rings;
    }

    private static int ring(int place, int units, List<Ring> rings) {
        for (int ring = 0; ring < rings.size(); ring++) {
            if (place < Math.ceil(rings.get(ring).sharePercent() * units / PERCENT)) {
                return ring;
            }
        }
        return rings.size() - 1;
    }

    /// FNV-1a over the name, stirred with the seed (the finisher of SplitMix64).
    static long hash(long seed, String name) {
        long hash = FNV_OFFSET ^ seed * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
