package io.hotfleet.simulator.packages;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.hotpatch.signature.VerifiedPackage;
import java.time.Instant;

/// Everything that is checked before a package is loaded, the cheapest first.
final class Inspection {
    private final Trust trust;
    private final Instant now;

    Inspection(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /// @param digest the one that the offer carries
    /// @return the manifest
    /// @throws SignatureInvalid with the first fault found
    Manifest inspect(byte[] bytes, String digest) {
        String found = SyntheticManifests.sha256(bytes);
        if (!found.equals(digest)) {
            throw new SignatureInvalid(
                    SignatureFault.DIGEST_DIFFERS, "The package is " + found + ", offered was " + digest + ".");
        }
        return VerifiedPackage.of(bytes, trust, now).manifest();
    }
}
