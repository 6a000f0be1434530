package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.hotpatch.signature.VerifiedPackage;
import java.time.Instant;

/// A package that was found good, and what is in it.
record SignedPackage(byte[] bytes, VerifiedPackage verified) {
    static SignedPackage of(byte[] bytes, Trust trust, Instant now) {
        return new SignedPackage(bytes, VerifiedPackage.of(bytes, trust, now));
    }

    Manifest manifest() {
        return verified.manifest();
    }

    /// `sha256:` and 64 hex digits.
    String sha256() {
        return SyntheticManifests.sha256(bytes);
    }
}
