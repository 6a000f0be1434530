package io.hotfleet.hotpatch.signature;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// What a verifier believes: one root, and the revocation lists of the root and of those below it.
public record Trust(X509Certificate root, List<X509CRL> revocationLists) {
    public Trust {
        revocationLists = List.copyOf(revocationLists);
    }
}
