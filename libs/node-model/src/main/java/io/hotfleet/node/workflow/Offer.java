package io.hotfleet.node.workflow;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.node.memory.Installation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a node is asked to install.
public sealed interface Offer {
    String kb();

    Seal seal();

    /// Whether it is installed already, or something newer of its quarter is.
    ///
    /// @param running what the machine runs, see [Node#running()]
    boolean isIn(Installation running);

    /// Applied to running code, without a restart.
    record Hotpatch(Manifest manifest, Seal seal) implements Offer {
        @Override
        public String kb() {
            return manifest.kb();
        }

        @Override
        public boolean isIn(Installation running) {
            return running.accepts(manifest) && manifest.sequenceNumber() <= running.sequenceNumber();
        }
    }

    /// A baseline or a cumulative update: all files anew, and a restart.
    ///
    /// @param newer releases of the same product that appeared later: who runs one of them has what this brings
    record Files(String kb, Set<String> newer, List<Image> files, Seal seal) implements Offer {
        public Files {
            newer = Set.copyOf(newer);
        }

        public Files(String kb, List<Image> files, Seal seal) {
            this(kb, Set.of(), files, seal);
        }

        @Override
        public boolean isIn(Installation running) {
            return isIn(running.release()) || isIn(running.newest());
        }

        private boolean isIn(String release) {
            return kb.equals(release) || newer.contains(release);
        }
    }

    /// What the check of digest and signature finds.
    enum Seal {
        INTACT,
        DIGEST_DIFFERS,
        BROKEN,
        EXPIRED,
        REVOKED,
        SELF_SIGNED,
        FOREIGN_CHAIN;

        public static Seal of(SignatureFault fault) {
            return switch (fault) {
                case DIGEST_DIFFERS -> DIGEST_DIFFERS;
                case CERTIFICATE_EXPIRED -> EXPIRED;
                case CERTIFICATE_REVOKED -> REVOKED;
                case SELF_SIGNED -> SELF_SIGNED;
                case CHAIN_FOREIGN -> FOREIGN_CHAIN;
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
                        MANIFEST_MISMATCH -> BROKEN;
            };
        }

        Optional<Failure> failure() {
            return switch (this) {
                case INTACT -> Optional.empty();
                case DIGEST_DIFFERS -> Optional.of(Failure.PACKAGE_CORRUPT);
                case BROKEN -> Optional.of(Failure.SIGNATURE_BROKEN);
                case EXPIRED -> Optional.of(Failure.SIGNATURE_EXPIRED);
                case REVOKED -> Optional.of(Failure.SIGNATURE_REVOKED);
                case SELF_SIGNED -> Optional.of(Failure.SIGNATURE_SELF_SIGNED);
                case FOREIGN_CHAIN -> Optional.of(Failure.SIGNATURE_FOREIGN);
            };
        }
    }
}
