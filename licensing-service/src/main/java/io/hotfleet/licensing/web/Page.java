package io.hotfleet.licensing.web;

import java.util.List;
import java.util.function.Function;

/// A part of a list; `next` is what to pass as `after` for the following one, null at the end.
public record Page<T>(List<T> items, String next) {
    /// `found` holds up to one item more than the limit: its presence says that there is a next page.
    public static <T> Page<T> of(List<T> found, Paging paging, Function<T, String> key) {
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, paging.limit());
        return new Page<>(items, key.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
