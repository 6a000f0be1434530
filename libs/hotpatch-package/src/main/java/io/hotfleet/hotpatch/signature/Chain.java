package io.hotfleet.hotpatch.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// Certificates from a signer's up to the last one below the root.
record Chain(List<X509Certificate> certificates) {
    private static final int DIGITAL_SIGNATURE = 0;

    /// Orders a bag, which must hold the chain and nothing else.
    static Chain of(SignedForm form, Trust trust) {
        List<X509Certificate> rest = new ArrayList<>(form.bag());
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate next = form.signer();
        while (next != null) {
            rest.remove(next);
            chain.add(next);
            next = issuer(next, rest, trust);
        }
        if (!rest.isEmpty()) {
            throw new SignatureInvalid(
                    SignatureFault.EXTRA_CERTIFICATE,
                    rest.size() + " certificates are no part of the chain, the first is "
                            + rest.getFirst().getSubjectX500Principal() + ".");
        }
        return new Chain(chain);
    }

    private static X509Certificate issuer(X509Certificate of, List<X509Certificate> among, Trust trust) {
        if (of.getIssuerX500Principal().equals(trust.root().getSubjectX500Principal())) {
            return null;
        }
        for (X509Certificate one : among) {
            if (one.getSubjectX500Principal().equals(of.getIssuerX500Principal())) {
                return one;
            }
        }
        return null;
    }

    /// @param usage the only extended key usage of the signer's certificate
    /// @param signed when, according to the timestamp
    /// @param now revocation lists must be up to date then
    void verify(Trust trust, String usage, Instant signed, Instant now) {
        X509Certificate signer = certificates.getFirst();
        if (signer.getIssuerX500Principal().equals(signer.getSubjectX500Principal())) {
            throw new SignatureInvalid(
                    SignatureFault.SELF_SIGNED,
                    signer.getSubjectX500Principal() + " vouches for itself; an issuer has to.");
        }
        path(trust, signed);
        usage(signer, usage);
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate issuer = i + 1 < certificates.size() ? certificates.get(i + 1) : trust.root();
            revocation(certificates.get(i), issuer, trust, signed, now);
        }
    }

    private void path(Trust trust, Instant signed) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trust.root(), null)));
            parameters.setDate(Date.from(signed));
            parameters.setRevocationEnabled(false);
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(certificates);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (CertPathValidatorException e) {
            boolean expired = e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID;
            throw new SignatureInvalid(
                    expired ? SignatureFault.CERTIFICATE_EXPIRED : SignatureFault.CHAIN_FOREIGN,
                    (expired ? "A certificate was not valid at " + signed : "No chain to the configured root") + ": "
                            + e.getMessage() + ".",
                    e);
        } catch (GeneralSecurityException e) {
            throw new SignatureInvalid(SignatureFault.CHAIN_FOREIGN, "No chain can be made of the certificates.", e);
        }
    }

    private static void usage(X509Certificate signer, String usage) {
        try {
            boolean[] bits = signer.getKeyUsage();
            List<String> extended = signer.getExtendedKeyUsage();
            if (bits == null || !bits[DIGITAL_SIGNATURE] || !List.of(usage).equals(extended)) {
                throw new SignatureInvalid(
                        SignatureFault.WRONG_USAGE,
                        signer.getSubjectX500Principal() + " may be used for " + extended + ", needed is " + usage
                                + " alone, with digitalSignature.");
            }
        } catch (CertificateException e) {
            throw new SignatureInvalid(SignatureFault.WRONG_USAGE, "The extended key usage cannot be read.", e);
        }
    }

    private static void revocation(
            X509Certificate certificate, X509Certificate issuer, Trust trust, Instant signed, Instant now) {
        X509CRL list = trust.revocationLists().stream()
                .filter(one -> one.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .filter(one -> isSignedBy(one, issuer))
                .filter(one -> one.getNextUpdate() != null
                        && !one.getNextUpdate().toInstant().isBefore(now))
                .findFirst()
                .orElseThrow(() -> new SignatureInvalid(
                        SignatureFault.REVOCATION_UNKNOWN,
                        "No revocation list of " + issuer.getSubjectX500Principal() + " is up to date."));
        X509CRLEntry entry = list.getRevokedCertificate(certificate);
        if (entry != null && !entry.getRevocationDate().toInstant().isAfter(signed)) {
            throw new SignatureInvalid(
                    SignatureFault.CERTIFICATE_REVOKED,
                    certificate.getSubjectX500Principal() + " was revoked at "
                            + entry.getRevocationDate().toInstant() + ", before it signed at " + signed + ".");
        }
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
