package io.hotfleet.patch.packaging;

import java.util.Map;

/// What the offers of one catalogue carry. Asked for once a command, so it is two look-ups and no more.
public record PackageDigests(Map<String, Map<String, String>> byProduct) {
    public static final PackageDigests NONE = new PackageDigests(Map.of());

    /// `sha256:` and 64 hex digits; null for a release that is no hotpatch.
    ///
    /// @param product as the catalogue names it
    public String of(String product, String kb) {
        return kb == null ? null : byProduct.getOrDefault(product, Map.of()).get(kb);
    }
}
