package io.hotfleet.node.memory.cost;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.util.List;

/// What is in the releases that machines install.
public interface ReleaseContents {
    /// The files of a baseline or a cumulative update.
    List<Image> files(String product, String release);

    /// @throws IllegalArgumentException where the product has no such hotpatch
    Manifest hotpatch(String product, String kb);
}
