package io.hotfleet.clusternode.agent;

import java.util.List;
import java.util.stream.Stream;

/// What is installed.
///
/// @param onTrack whether `release` is a baseline that hotpatches can follow
/// @param hotpatches since the release, in order
/// @param contents of the last one's package, in the JSON of a manifest; null where they are made up
public record InstalledSoftware(
        String product, String release, boolean onTrack, List<String> hotpatches, String contents) {
    public static InstalledSoftware fresh(String product, String release) {
        return new InstalledSoftware(product, release, true, List.of(), null);
    }

    /// As it is told by its newest part.
    ///
    /// @param baseline that `kb` is a hotpatch of, or the same; null where the track is left
    public static InstalledSoftware of(String product, String kb, boolean onTrack, String baseline) {
        boolean isHotpatch = onTrack && baseline != null && !baseline.equals(kb);
        return isHotpatch
                ? new InstalledSoftware(product, baseline, true, List.of(kb), null)
                : new InstalledSoftware(product, kb, onTrack, List.of(), null);
    }

    public InstalledSoftware hotpatched(String kb, String newContents) {
        return new InstalledSoftware(
                product,
                release,
                onTrack,
                Stream.concat(hotpatches.stream(), Stream.of(kb)).toList(),
                newContents);
    }

    public InstalledSoftware replaced(String kb, boolean baseline) {
        return new InstalledSoftware(product, kb, baseline, List.of(), null);
    }

    public String newest() {
        return hotpatches.isEmpty() ? release : hotpatches.getLast();
    }
}
