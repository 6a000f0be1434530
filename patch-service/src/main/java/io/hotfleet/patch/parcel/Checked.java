package io.hotfleet.patch.parcel;

import io.hotfleet.hotpatch.manifest.Contents;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.CmsVerifier;
import io.hotfleet.hotpatch.signature.CmsVerifier.Opened;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.Trust;
import java.time.Instant;

/// A package that was found good: its seal, its manifest, and every payload.
record Checked(byte[] bytes, Manifest manifest, Opened opened) {
    static Checked of(byte[] bytes, Trust trust, Instant now) {
        Opened opened = new CmsVerifier(trust).open(bytes, now);
        Contents contents = contents(opened);
        String differing = contents.firstDiffering();
        if (differing != null) {
            throw new SignatureInvalid(
                    SignatureFault.PAYLOAD_DIFFERS, "The payload for " + differing + " is not the one of the manifest.");
        }
        return new Checked(bytes, contents.manifest(), opened);
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
            throw new SignatureInvalid(SignatureFault.MANIFEST_INVALID, "The contents are no package's: " + e.getMessage(), e);
        }
    }
}
