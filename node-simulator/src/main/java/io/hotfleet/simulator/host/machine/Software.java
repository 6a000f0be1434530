package io.hotfleet.simulator.host.machine;

import java.util.List;
import java.util.stream.Stream;

/// What is installed.
///
/// @param onTrack whether `release` is a baseline that hotpatches can follow
/// @param hotpatches since the release, in order
public record Software(String product, String release, boolean onTrack, List<String> hotpatches) {
    public static Software fresh(String product, String release) {
        return new Software(product, release, true, List.of());
    }

    public Software hotpatched(String kb) {
        return new Software(
                product,
                release,
                onTrack,
                Stream.concat(hotpatches.stream(), Stream.of(kb)).toList());
    }

    public Software replaced(String kb, boolean baseline) {
        return new Software(product, kb, baseline, List.of());
    }

    public String newest() {
        return hotpatches.isEmpty() ? release : hotpatches.getLast();
    }
}
