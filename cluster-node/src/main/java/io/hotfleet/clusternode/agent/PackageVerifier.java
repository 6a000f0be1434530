package io.hotfleet.clusternode.agent;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.hotpatch.signature.VerifiedPackage;
import java.time.Clock;

/// Fetches and checks what the node is told to load. It trusts the first root that it hears of, and no other one later.
public final class PackageVerifier {
    private final PatchService patch;
    private final Clock clock;
    /// Null until the first package is checked.
    private String root;

    public PackageVerifier(PatchService patch, Clock clock) {
        this.patch = patch;
        this.clock = clock;
    }

    /// @param product of the node
    /// @throws SignatureInvalid with the first fault found
    Manifest manifest(UpdateCommand command, String product) {
        byte[] bytes = fetch(command.packageDigest());
        String found = SyntheticManifests.sha256(bytes);
        if (!found.equals(command.packageDigest())) {
            throw new SignatureInvalid(
                    SignatureFault.DIGEST_DIFFERS,
                    "The package is " + found + ", offered was " + command.packageDigest() + ".");
        }
        Manifest manifest = VerifiedPackage.of(bytes, trust(), clock.instant()).manifest();
        if (!manifest.kb().equals(command.kb()) || !manifest.product().equals(product)) {
            throw new SignatureInvalid(
                    SignatureFault.MANIFEST_MISMATCH, "It is about " + manifest.kb() + " of " + manifest.product());
        }
        return manifest;
    }

    private byte[] fetch(String digest) {
        if (digest == null) {
            throw new SignatureInvalid(SignatureFault.MISSING, "The command names no package.");
        }
        return patch.fetch(digest)
                .orElseThrow(() -> new SignatureInvalid(SignatureFault.MISSING, "Nobody has " + digest + "."));
    }

    private Trust trust() {
        PatchService.Trusted told = patch.trusted();
        root = root == null ? told.root() : root;
        return Trust.fromPem(root, told.revocationLists());
    }
}
