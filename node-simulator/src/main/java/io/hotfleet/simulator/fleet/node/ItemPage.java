package io.hotfleet.simulator.fleet.node;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// One page of what a node holds.
///
/// @param at the moment shown
/// @param next `after` of the next page; null after the last
record ItemPage<T>(String node, Instant at, List<T> items, String next) {
    /// Which part of which list a caller wants to see, and as of when.
    ///
    /// @param at null for now
    /// @param after key of the last item seen, null for the first page
    record Part(String fleet, String node, String at, String after, int limit) {}

    /// @param all in the order of their keys
    static <T> ItemPage<T> page(Part part, long atSeconds, List<T> all, Function<T, String> key) {
        List<T> rest = all.stream()
                .filter(item -> part.after() == null || key.apply(item).compareTo(part.after()) > 0)
                .limit(part.limit() + 1L)
                .toList();
        boolean more = rest.size() > part.limit();
        List<T> items = more ? rest.subList(0, part.limit()) : rest;
        String next = more ? key.apply(items.getLast()) : null;
        return new ItemPage<>(part.node(), Instant.ofEpochSecond(atSeconds), items, next);
    }
}
