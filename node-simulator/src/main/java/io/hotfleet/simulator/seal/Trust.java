package io.hotfleet.simulator.seal;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// What a verifier believes: one root, and the revocation lists of the root and of those below it.
record Trust(X509Certificate root, List<X509CRL> revocationLists) {
    Trust {
        revocationLists = List.copyOf(revocationLists);
    }
}
