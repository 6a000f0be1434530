package io.hotfleet.simulator.seal;

import io.hotfleet.simulator.manifest.Manifest;
import io.hotfleet.simulator.manifest.Manifest.Function;
import io.hotfleet.simulator.manifest.Manifest.Image;
import io.hotfleet.simulator.manifest.ManifestJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

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
    /// @throws SealBroken with the first flaw found
    Manifest inspect(byte[] bytes, String digest) {
        String found = text(bytes);
        if (!found.equals(digest)) {
            throw new SealBroken(Flaw.DIGEST_DIFFERS, "The package is " + found + ", offered was " + digest + ".");
        }
        byte[] content = new Verifier(trust).open(bytes, now).content();
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(content);
            if (!(value instanceof ASN1Sequence parts) || parts.size() != 2) {
                throw new IllegalArgumentException("not a sequence of two");
            }
            byte[] json = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
            Manifest manifest = ManifestJson.read(new String(json, StandardCharsets.UTF_8));
            requirePayloads(manifest, ASN1Sequence.getInstance(parts.getObjectAt(1)));
            return manifest;
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new SealBroken(Flaw.MANIFEST_INVALID, "The contents are no package's: " + e.getMessage(), e);
        }
    }

    private static void requirePayloads(Manifest manifest, ASN1Sequence payloads) {
        if (payloads.size() != manifest.images().size()) {
            throw new SealBroken(
                    Flaw.PAYLOAD_DIFFERS,
                    payloads.size() + " payloads for " + manifest.images().size() + " images.");
        }
        for (int i = 0; i < payloads.size(); i++) {
            Image image = manifest.images().get(i);
            byte[] payload =
                    ASN1OctetString.getInstance(payloads.getObjectAt(i)).getOctets();
            if (!isThatOf(image, payload)) {
                throw new SealBroken(
                        Flaw.PAYLOAD_DIFFERS, "The payload for " + image.name() + " is not the one of the manifest.");
            }
        }
    }

    /// As a whole, and function by function: the new code lies in the order of the addresses, without a gap.
    private static boolean isThatOf(Image image, byte[] payload) {
        if (!text(payload).equals(image.payloadDigest())) {
            return false;
        }
        List<Function> functions = new ArrayList<>(image.functions());
        functions.sort(Comparator.comparingInt(Function::rva));
        int from = 0;
        for (Function function : functions) {
            if (function.newSize() > payload.length - from) {
                return false;
            }
            int to = from + function.newSize();
            if (!text(Arrays.copyOfRange(payload, from, to)).equals(function.digest())) {
                return false;
            }
            from = to;
        }
        return from == payload.length;
    }

    private static String text(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(Verifier.sha256(bytes));
    }
}
