package io.hotfleet.patch.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What bounds the catalogue.
@ConfigMapping(prefix = "hotfleet.releases")
interface ReleaseConfig {
    /// Rows that the table may hold: twenty products for eighty years; more is a mistake.
    @WithDefault("20000")
    int rowsMax();
}
