package io.hotfleet.simulator.seal;

import io.hotfleet.simulator.workflow.Offer;
import java.util.Locale;

/// Why a node refuses a package. patch-service uses the same codes, from a verifier of its own.
public enum Flaw {
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

    /// As the workflow of a node tells it.
    public Offer.Seal seal() {
        return switch (this) {
            case DIGEST_DIFFERS -> Offer.Seal.DIGEST_DIFFERS;
            case CERTIFICATE_EXPIRED -> Offer.Seal.EXPIRED;
            case CERTIFICATE_REVOKED -> Offer.Seal.REVOKED;
            case SELF_SIGNED -> Offer.Seal.SELF_SIGNED;
            case CHAIN_FOREIGN -> Offer.Seal.FOREIGN_CHAIN;
            case MISSING,
                    TOO_LARGE,
                    NOT_DER,
                    MALFORMED,
                    EXTRA_ATTRIBUTE,
                    EXTRA_CERTIFICATE,
                    SIGNATURE_INVALID,
                    REVOCATION_UNKNOWN,
                    WRONG_USAGE,
                    TIMESTAMP_MISSING,
                    TIMESTAMP_INVALID,
                    MANIFEST_INVALID,
                    PAYLOAD_DIFFERS,
                    MANIFEST_MISMATCH -> Offer.Seal.BROKEN;
        };
    }

    /// Stable, for reports.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
