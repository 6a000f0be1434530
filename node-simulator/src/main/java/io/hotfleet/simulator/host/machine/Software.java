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

    /// As it is told by its newest part.
    ///
    /// @param baseline that `kb` is a hotpatch of, or the same; null where the track is left
    public static Software of(String product, String kb, boolean onTrack, String baseline) {
        boolean isHotpatch = onTrack && baseline != null && !baseline.equals(kb);
        return isHotpatch
                ? new Software(product, baseline, true, List.of(kb))
                : new Software(product, kb, onTrack, List.of());
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
