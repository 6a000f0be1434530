package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.PatchService.Trusted;
import io.hotfleet.hotpatch.manifest.Contents;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.TestChain;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signed packages in memory, for nodes that have the release with which a new one begins.
final class SignedPackages {
    private static final String PRODUCT = "windows-server-2025";
    private static final String BASELINE = "KB5046617";
    private static final TestChain CHAIN = new TestChain(Clock.systemUTC().instant());

    /// Whether somebody on the way flips a bit.
    volatile boolean tampered;

    private final Map<String, byte[]> byDigest = new ConcurrentHashMap<>();

    /// Makes one.
    ///
    /// @return the digest that a command for it carries
    String digest(String kb) {
        Contents made =
                new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED).hotpatch(PRODUCT, BASELINE, List.of(kb));
        byte[] bytes = CHAIN.sign(made.manifest(), made.payloads());
        String digest = SyntheticManifests.sha256(bytes);
        byDigest.put(digest, bytes);
        return digest;
    }

    byte[] fetch(String digest) {
        byte[] bytes = byDigest.get(digest).clone();
        bytes[bytes.length / 2] ^= (byte) (tampered ? 1 : 0);
        return bytes;
    }

    Trusted trusted() {
        return new Trusted(CHAIN.rootPem(), CHAIN.revocationListsPem(Map.of()));
    }
}
