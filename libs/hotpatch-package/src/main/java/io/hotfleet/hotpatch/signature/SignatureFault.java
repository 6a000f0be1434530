package io.hotfleet.hotpatch.signature;

import java.util.Locale;

/// Why a package is refused, by the service that hands packages out or by a node.
public enum SignatureFault {
    /// There is no package for the offer.
    MISSING,
    TOO_LARGE,
    /// Its SHA-256 is not the one that the offer carries.
    DIGEST_DIFFERS,
    /// Not DER from the first byte to the last.
    NOT_DER,
    /// DER, but not the one form of a signed package.
    MALFORMED,
    EXTRA_ATTRIBUTE,
    EXTRA_CERTIFICATE,
    SIGNATURE_INVALID,
    SELF_SIGNED,
    /// No path of certificates to the configured root.
    CHAIN_FOREIGN,
    /// A certificate was not valid at the time of the timestamp.
    CERTIFICATE_EXPIRED,
    CERTIFICATE_REVOKED,
    /// An issuer's revocation list is missing or out of date.
    REVOCATION_UNKNOWN,
    /// A certificate that may not sign code, or not tell the time.
    WRONG_USAGE,
    TIMESTAMP_MISSING,
    TIMESTAMP_INVALID,
    MANIFEST_INVALID,
    /// A payload is not the one whose digest the manifest holds.
    PAYLOAD_DIFFERS,
    /// The manifest is about another release.
    MANIFEST_MISMATCH;

    /// Stable, for problems and reports.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
