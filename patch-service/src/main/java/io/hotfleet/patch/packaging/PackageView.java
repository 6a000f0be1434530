package io.hotfleet.patch.packaging;

import java.time.Instant;

/// A package as a list shows it.
///
/// @param sha256 `sha256:` and 64 hex digits, of the whole envelope
/// @param lineage what the contents follow from: the baseline, for made-up contents with the hotpatches since
/// @param imported taken in from elsewhere, not made here
record PackageView(
        String sha256,
        String product,
        String kb,
        String lineage,
        int sequenceNumber,
        boolean synthetic,
        boolean imported,
        String signer,
        Instant signedAt,
        int bytes) {}
