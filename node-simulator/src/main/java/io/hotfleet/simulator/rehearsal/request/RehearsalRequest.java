package io.hotfleet.simulator.rehearsal.request;

import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All that a caller asks with one rehearsal.
///
/// @param overlay releases beside the catalogue
/// @param idempotencyKey null where the caller gave none
/// @param strict whether a file or a row that cannot be read stops the others; where it did not, it need not be asked
/// again
public record RehearsalRequest(
        List<Source> sources, List<Release> overlay, RehearsalParameters terms, String idempotencyKey, boolean strict) {
    public RehearsalRequest(
            List<Source> sources, List<Release> overlay, RehearsalParameters terms, String idempotencyKey) {
        this(sources, overlay, terms, idempotencyKey, false);
    }

    /// The same for the same request: SHA-256 over names and contents of the files, the releases and the terms.
    public String fingerprint() {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Source source : sources) {
                out.write((source.name() + '\n').getBytes(StandardCharsets.UTF_8));
                try (InputStream in = source.opener().open()) {
                    in.transferTo(out);
                }
                out.write('\n');
            }
            out.write((overlay + "\n" + terms).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
