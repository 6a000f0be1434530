package io.hotfleet.hotpatch.signature;

import io.hotfleet.hotpatch.manifest.Contents;
import io.hotfleet.hotpatch.manifest.Manifest;
import java.time.Instant;

/// What is in a package that was found good: its signature, its manifest and every payload.
///
/// @param signed the timestamp's time
/// @param signer the name in the signer's certificate
public record VerifiedPackage(Manifest manifest, Instant signed, String signer) {
    /// @throws SignatureInvalid with the first fault found
    public static VerifiedPackage of(byte[] bytes, Trust trust, Instant now) {
        CmsVerifier.Opened opened = new CmsVerifier(trust).open(bytes, now);
        Contents contents = contents(opened.content());
        contents.difference().ifPresent(difference -> {
            throw new SignatureInvalid(SignatureFault.PAYLOAD_DIFFERS, difference);
        });
        return new VerifiedPackage(contents.manifest(), opened.signed(), opened.signer());
    }

    private static Contents contents(byte[] encoded) {
        try {
            return Contents.read(encoded);
        } catch (IllegalArgumentException e) {
            throw new SignatureInvalid(
                    SignatureFault.MANIFEST_INVALID, "The contents are no package's: " + e.getMessage(), e);
        }
    }
}
