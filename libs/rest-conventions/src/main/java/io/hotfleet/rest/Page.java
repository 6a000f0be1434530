package io.hotfleet.rest;

import java.util.List;
import java.util.function.Function;

/// One page of a list.
///
/// @param next what to give as `after` for the following page; null on the last one
public record Page<T>(List<T> items, String next) {
    /// Cuts a page out of what comes after the cursor; one item more than the limit says that there is a next page.
    public static <T> Page<T> of(List<T> rest, int limit, Function<T, String> key) {
        boolean more = rest.size() > limit;
        List<T> items = more ? List.copyOf(rest.subList(0, limit)) : List.copyOf(rest);
        return new Page<>(items, more ? key.apply(items.getLast()) : null);
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
