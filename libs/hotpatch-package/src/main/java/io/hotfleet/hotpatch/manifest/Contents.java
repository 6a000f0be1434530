package io.hotfleet.hotpatch.manifest;

import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/// What a package holds: its manifest, and a payload for each image of the manifest, in the same order.
///
/// Encoded as `SEQUENCE { manifest OCTET STRING, payloads SEQUENCE OF OCTET STRING }`, the manifest as JSON in UTF-8.
public record Contents(Manifest manifest, List<byte[]> payloads) {
    public Contents {
        payloads = List.copyOf(payloads);
    }

    /// How the payloads are not what the manifest describes, in a sentence about the first one that differs.
    public Optional<String> difference() {
        List<Image> images = manifest.images();
        if (payloads.size() != images.size()) {
            return Optional.of(payloads.size() + " payloads for " + images.size() + " images.");
        }
        for (int i = 0; i < payloads.size(); i++) {
            if (!isThatOf(images.get(i), payloads.get(i))) {
                return Optional.of("The payload for " + images.get(i).name() + " is not the one of the manifest.");
            }
        }
        return Optional.empty();
    }

    /// As a whole, and function by function: the new code lies in the order of the addresses, without a gap.
    private static boolean isThatOf(Image image, byte[] payload) {
        if (!SyntheticManifests.sha256(payload).equals(image.payloadDigest())) {
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
            if (!SyntheticManifests.sha256(Arrays.copyOfRange(payload, from, to))
                    .equals(function.digest())) {
                return false;
            }
            from = to;
        }
        return from == payload.length;
    }

    public byte[] encoded() {
        try {
            ASN1EncodableVector all = new ASN1EncodableVector();
            payloads.forEach(payload -> all.add(new DEROctetString(payload)));
            byte[] json = ManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8);
            return new DERSequence(new ASN1Encodable[] {new DEROctetString(json), new DERSequence(all)})
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("Contents have an encoding", e);
        }
    }

    /// @throws IllegalArgumentException with the reason, where the bytes are no contents
    public static Contents read(byte[] encoded) {
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(encoded);
            if (!(value instanceof ASN1Sequence parts) || parts.size() != 2) {
                throw new IllegalArgumentException("the contents are not a sequence of two");
            }
            byte[] json = ASN1OctetString.getInstance(parts.getObjectAt(0)).getOctets();
            List<byte[]> payloads = new ArrayList<>();
            for (ASN1Encodable one : ASN1Sequence.getInstance(parts.getObjectAt(1))) {
                payloads.add(ASN1OctetString.getInstance(one).getOctets());
            }
            return new Contents(ManifestJson.read(new String(json, StandardCharsets.UTF_8)), payloads);
        } catch (IOException | ClassCastException e) {
            throw new IllegalArgumentException("the contents cannot be read: " + e.getMessage(), e);
        }
    }
}
