package io.hotfleet.patch.packaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Who signs packages. Without a key store a development chain is made at the first start.
@ConfigMapping(prefix = "hotfleet.packages")
interface PackageConfig {
    /// PKCS #12 with the entries `signer` and `timestamp`, each with its chain up to the same root.
    Optional<Path> keyStore();

    Optional<String> keyStorePassword();

    /// PEM of the revocation lists of the root and of those below it. Read again whenever packages are verified.
    Optional<Path> revocationLists();

    /// Rows of the table: a release's package has some ten to hundred KiB.
    @WithDefault("10000")
    int packagesMax();
}
