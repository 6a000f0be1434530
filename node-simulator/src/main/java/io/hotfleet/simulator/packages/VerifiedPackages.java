package io.hotfleet.simulator.packages;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Packages;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The nodes' view of packages. Each is fetched and verified once a process, not once a machine: all machines of a
/// process would find the same. Blocks: for virtual threads.
@ApplicationScoped
public class VerifiedPackages {
    private final Packages packages;
    private final Clock clock;
    private final TrustConfig config;
    private final Map<String, Inspected> findings = new LinkedHashMap<>(16, 0.75f, true);
    private String root;

    VerifiedPackages(Packages packages, Clock clock, TrustConfig config) {
        this.packages = packages;
        this.clock = clock;
        this.config = config;
    }

    /// What the check of one package came to.
    private record Inspected(Manifest manifest, SignatureFault flaw, Instant at) {
        /// What may be otherwise at any moment is asked again.
        boolean isLasting() {
            return flaw != SignatureFault.MISSING && flaw != SignatureFault.REVOCATION_UNKNOWN;
        }
    }

    /// A package that may be loaded, or why it must not be.
    ///
    /// @param manifest what is in the package; nothing where there is a flaw
    public record Finding(Optional<Manifest> manifest, Optional<SignatureFault> flaw) {
        static Finding refused(SignatureFault flaw) {
            return new Finding(Optional.empty(), Optional.of(flaw));
        }
    }

    /// @param product of the machine
    /// @param digest as the offer carries it; null if it carries none
    public synchronized Finding find(String product, String kb, String digest) {
        if (digest == null) {
            return Finding.refused(SignatureFault.MISSING);
        }
        Inspected found = inspected(digest, clock.instant());
        if (found.flaw() != null) {
            return Finding.refused(found.flaw());
        }
        boolean meant =
                found.manifest().kb().equals(kb) && found.manifest().product().equals(KnownReleases.rowsOf(product));
        return meant
                ? new Finding(Optional.of(found.manifest()), Optional.empty())
                : Finding.refused(SignatureFault.MANIFEST_MISMATCH);
    }

    private Inspected inspected(String digest, Instant now) {
        Inspected before = findings.get(digest);
        if (before != null && !before.at().plus(config.recheckAfter()).isBefore(now)) {
            return before;
        }
        findings.remove(digest);
        Inspected fresh = inspect(digest, now);
        if (fresh.isLasting()) {
            findings.put(digest, fresh);
        }
        if (findings.size() > config.findingsMax()) {
            findings.remove(findings.keySet().iterator().next());
        }
        return fresh;
    }

    private Inspected inspect(String digest, Instant now) {
        byte[] bytes = packages.fetch(digest);
        try {
            if (bytes == null) {
                throw new SignatureInvalid(SignatureFault.MISSING, "Nobody has it.");
            }
            return new Inspected(new Inspection(trust(), now).inspect(bytes, digest), null, now);
        } catch (SignatureInvalid broken) {
            Log.warnf("package %s is refused, %s: %s", digest, broken.fault().code(), broken.getMessage());
            return new Inspected(null, broken.fault(), now);
        }
    }

    private Trust trust() {
        Packages.Trusted told = packages.trusted();
        if (root == null) {
            root = config.root().map(VerifiedPackages::read).orElse(told.root());
        }
        return Trust.fromPem(root, told.revocationLists());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("hotfleet.seal.root " + file + " cannot be read", e);
        }
    }
}
