package io.hotfleet.simulator.link;

import io.hotfleet.simulator.manifest.Manifest;
import io.hotfleet.simulator.seal.Workshop;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Signed packages in memory: really signed, with nothing in them.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakePackages implements Packages {
    private static final Workshop WORKSHOP = new Workshop(Clock.systemUTC().instant());
    private static final Map<String, byte[]> BY_DIGEST = new ConcurrentHashMap<>();
    private static final Map<String, String> BY_KB = new ConcurrentHashMap<>();

    public final AtomicInteger fetched = new AtomicInteger();
    /// Whether somebody on the way flips a bit.
    public volatile boolean tampered;

    /// The digest that an offer of this release carries.
    public static String digest(String product, String kb) {
        return BY_KB.computeIfAbsent(kb, _ -> {
            Manifest empty = new Manifest(Manifest.SCHEMA, product, kb, 1, List.of("KB1"), true, false, List.of());
            byte[] bytes = WORKSHOP.sealed(empty, List.of());
            BY_DIGEST.put(sha256(bytes), bytes);
            return sha256(bytes);
        });
    }

    @Override
    public byte[] fetch(String digest) {
        fetched.incrementAndGet();
        byte[] bytes = BY_DIGEST.get(digest).clone();
        bytes[bytes.length / 2] ^= (byte) (tampered ? 1 : 0);
        return bytes;
    }

    @Override
    public Trusted trusted() {
        return WORKSHOP.trusted(Map.of());
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
