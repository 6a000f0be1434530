package io.hotfleet.patch.packaging;

import io.hotfleet.patch.manifest.Contents;
import io.hotfleet.patch.manifest.Manifest;
import io.hotfleet.patch.manifest.SyntheticManifests;
import io.hotfleet.patch.seal.Flaw;
import io.hotfleet.patch.seal.SealBroken;
import io.hotfleet.patch.seal.Trust;
import io.hotfleet.patch.seal.Verifier;
import io.hotfleet.patch.seal.Verifier.Opened;
import java.time.Instant;

/// A package that was found good: its seal, its manifest, and every payload.
record VerifiedPackage(byte[] bytes, Manifest manifest, Opened opened) {
    static VerifiedPackage of(byte[] bytes, Trust trust, Instant now) {
        Opened opened = new Verifier(trust).open(bytes, now);
        Contents contents = contents(opened);
        String differing = contents.firstDiffering();
        if (differing != null) {
            throw new SealBroken(
                    Flaw.PAYLOAD_DIFFERS, "The payload for " + differing + " is not the one of the manifest.");
        }
        return new VerifiedPackage(bytes, contents.manifest(), opened);
    }

    StoredPackage stored(String lineage, boolean imported) {
        return new StoredPackage(
                SyntheticManifests.sha256(bytes),
                manifest.product(),
                manifest.kb(),
                lineage,
                manifest.sequenceNumber(),
                manifest.synthetic(),
                imported,
                opened.signer(),
                opened.signed(),
                bytes.length);
    }

    private static Contents contents(Opened opened) {
        try {
            return Contents.read(opened.content());
        } catch (IllegalArgumentException e) {
            throw new SealBroken(Flaw.MANIFEST_INVALID, "The contents are no package's: " + e.getMessage(), e);
        }
    }
}
