package io.hotfleet.hotpatch.signature;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A private key and the certificates that vouch for it, from its own up to the last one below the root.
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /// The key stays out of every log.
    @Override
    public String toString() {
        return certificate().getSubjectX500Principal().getName();
    }
}
