package io.hotfleet.simulator.seal;

import io.hotfleet.simulator.link.Packages;
import io.hotfleet.simulator.manifest.Manifest;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The nodes' view of packages. Each is fetched and verified once a process, not once a machine: all machines of a
/// process would find the same. Blocks: for virtual threads.
@ApplicationScoped
public class Seals {
    private static final Duration RECHECK_AFTER_DEFAULT = Duration.ofMinutes(15);
    private static final int FINDINGS_MAX_DEFAULT = 1_000;

    private final Packages packages;
    private final Clock clock;
    private final SealConfig config;
    private final Map<String, Finding> findings = new LinkedHashMap<>(16, 0.75f, true);
    private String root;

    Seals(Packages packages, Clock clock, SealConfig config) {
        this.packages = packages;
        this.clock = clock;
        this.config = config;
    }

    private record Defaults(Optional<Path> root, Duration recheckAfter, int findingsMax) implements SealConfig {}

    /// For a process without beans: trusts the first root that it is told.
    public static Seals withDefaults(Packages packages, Clock clock) {
        return new Seals(packages, clock, new Defaults(Optional.empty(), RECHECK_AFTER_DEFAULT, FINDINGS_MAX_DEFAULT));
    }

    /// What the check of one package came to: a manifest, or a flaw.
    private record Finding(Manifest manifest, Flaw flaw, Instant at) {}

    /// Why a node must not load what it is offered; nothing if it may.
    ///
    /// @param digest as the offer carries it; null if it carries none
    public synchronized Optional<Flaw> flaw(String kb, String digest) {
        if (digest == null) {
            return Optional.of(Flaw.MISSING);
        }
        Finding finding = findings.get(digest);
        Instant now = clock.instant();
        if (finding == null || finding.at().plus(config.recheckAfter()).isBefore(now)) {
            finding = inspect(digest, now);
            findings.put(digest, finding);
            if (findings.size() > config.findingsMax()) {
                findings.remove(findings.keySet().iterator().next());
            }
        }
        if (finding.flaw() != null) {
            return Optional.of(finding.flaw());
        }
        return finding.manifest().kb().equals(kb) ? Optional.empty() : Optional.of(Flaw.MANIFEST_MISMATCH);
    }

    private Finding inspect(String digest, Instant now) {
        byte[] bytes = packages.fetch(digest);
        try {
            if (bytes == null) {
                throw new SealBroken(Flaw.MISSING, "Nobody has it.");
            }
            return new Finding(new Inspection(trust(), now).inspect(bytes, digest), null, now);
        } catch (SealBroken broken) {
            Log.warnf("package %s is refused, %s: %s", digest, broken.flaw().code(), broken.getMessage());
            return new Finding(null, broken.flaw(), now);
        }
    }

    private Trust trust() {
        Packages.Trusted told = packages.trusted();
        if (root == null) {
            root = config.root().map(Seals::read).orElse(told.root());
        }
        return Certificates.trust(root, told.revocationLists());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("hotfleet.seal.root " + file + " cannot be read", e);
        }
    }
}
