package io.hotfleet.hotpatch.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// What a verifier believes: one root, and the revocation lists of the root and of those below it.
public record Trust(X509Certificate root, List<X509CRL> revocationLists) {
    public Trust {
        revocationLists = List.copyOf(revocationLists);
    }

    /// Of the root and of each list in PEM.
    public static Trust fromPem(String root, List<String> lists) {
        try {
            List<X509CRL> read = new ArrayList<>();
            for (String list : lists) {
                read.addAll(Certificates.revocationLists(list.getBytes(StandardCharsets.US_ASCII)));
            }
            return new Trust(Certificates.read(root.getBytes(StandardCharsets.US_ASCII)), read);
        } catch (CertificateException | CRLException e) {
            throw new IllegalStateException("The root or a revocation list cannot be read: " + e.getMessage(), e);
        }
    }
}
