package io.hotfleet.simulator.client;

import java.util.ArrayList;
import java.util.List;

/// Cuts a list into pieces that one call may hold.
public final class Batches {
    private Batches() {}

    public static <T> List<List<T>> of(List<T> all, int sizeMax) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += sizeMax) {
            batches.add(all.subList(from, Math.min(all.size(), from + sizeMax)));
        }
        return batches;
    }
}
