package io.hotfleet.simulator.client;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.TestChain;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Signed packages in memory: really signed, with the made-up functions in them and code of their own.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakePackages implements Packages {
    private static final TestChain CHAIN = new TestChain(Clock.systemUTC().instant());
    private static final int IMAGES_ALL = Integer.MAX_VALUE;
    private static final Map<String, byte[]> BY_DIGEST = new ConcurrentHashMap<>();
    private static final Map<String, String> BY_KB = new ConcurrentHashMap<>();

    public final AtomicInteger fetched = new AtomicInteger();
    /// Whether somebody on the way flips a bit.
    public volatile boolean tampered;

    /// The digest that an offer of this release carries.
    public static String digest(String product, String kb) {
        return BY_KB.computeIfAbsent(product + '/' + kb, _ -> put(product, kb, false, IMAGES_ALL));
    }

    /// The same contents in a package that nobody has seen before.
    public static String fresh(String product, String kb) {
        return put(product, kb, false, IMAGES_ALL);
    }

    /// The same release with its first image alone.
    public static String smaller(String product, String kb) {
        return put(product, kb, false, 1);
    }

    /// The same contents under a signature that came too late.
    public static String expired(String product, String kb) {
        return put(product, kb, true, IMAGES_ALL);
    }

    private static String put(String product, String kb, boolean late, int imagesMax) {
        Manifest made = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
                .hotpatch(product, kb.startsWith("KB50") ? "KB5046617" : "KB1", quarter(kb))
                .manifest();
        List<byte[]> payloads = new ArrayList<>();
        List<Image> images = new ArrayList<>();
        for (Image image : made.images().stream().limit(imagesMax).toList()) {
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            List<Function> functions = new ArrayList<>();
            for (Function function : image.functions()) {
                byte[] code = new byte[function.newSize()];
                new Random(function.rva()).nextBytes(code);
                payload.writeBytes(code);
                functions.add(with(function, sha256(code)));
            }
            payloads.add(payload.toByteArray());
            images.add(image.with(image.bootCritical(), sha256(payload.toByteArray()), functions));
        }
        Manifest manifest = made.withImages(images);
        byte[] bytes = late ? CHAIN.signLate(manifest, payloads) : CHAIN.sign(manifest, payloads);
        BY_DIGEST.put(sha256(bytes), bytes);
        return sha256(bytes);
    }

    private static Function with(Function function, String digest) {
        return new Function(
                function.rva(),
                function.oldSize(),
                function.newSize(),
                function.chunk(),
                function.prologue(),
                digest,
                function.callTargets());
    }

    private static List<String> quarter(String kb) {
        List<String> all = FakePatch.CATALOGUE.stream()
                .filter(Release::isHotpatch)
                .map(Release::kb)
                .toList();
        return all.contains(kb) ? all.subList(0, all.indexOf(kb) + 1) : List.of(kb);
    }

    /// As setting the field, for who sees only the bean's proxy.
    public void tamper(boolean flips) {
        tampered = flips;
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
        return new Trusted(CHAIN.rootPem(), CHAIN.revocationListsPem(Map.of()));
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
