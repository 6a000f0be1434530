package io.hotfleet.node.workflow;

import io.hotfleet.node.memory.PatchRefused;
import java.util.Locale;
import java.util.Optional;

/// Why an installation ended early, and what happens next.
public enum Failure {
    DISK_FULL(Next.RETRY),
    /// Nothing passes between the machine and whoever has the package.
    UNREACHABLE(Next.RETRY),
    PACKAGE_CORRUPT(Next.RETRY),
    SIGNATURE_BROKEN(Next.HOLD),
    SIGNATURE_EXPIRED(Next.HOLD),
    SIGNATURE_REVOKED(Next.HOLD),
    SIGNATURE_SELF_SIGNED(Next.HOLD),
    SIGNATURE_FOREIGN(Next.HOLD),
    CLOCK_SKEWED(Next.RETRY),
    ARC_DISCONNECTED(Next.FALL_BACK),
    VBS_NOT_RUNNING(Next.FALL_BACK),
    /// The registry's HotPatchTableSize is 0: no image has an address table.
    TABLE_SIZE_ZERO(Next.FALL_BACK),
    NOT_ENTITLED(Next.FALL_BACK),
    WRONG_BASELINE(Next.FALL_BACK),
    WRONG_IMAGE(Next.FALL_BACK),
    OTHER_PUBLISHER(Next.HOLD),
    DEPENDENCY_MISSING(Next.FALL_BACK),
    TABLE_FULL(Next.FALL_BACK),
    NO_ADDRESS_SPACE(Next.FALL_BACK),
    UNEXPECTED_PROLOGUE(Next.FALL_BACK),
    HOOK_FAILED(Next.RETRY),
    DIGEST_DIFFERS(Next.RETRY),
    INTERRUPTED(Next.RETRY),
    WITHDRAWN(Next.HOLD);

    private final Next next;

    Failure(Next next) {
        this.next = next;
    }

    public Next next() {
        return next;
    }

    /// Stable, for reports.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A failure, and how the machine explains it.
    ///
    /// @param text its code first
    record Explained(Failure failure, String text) {
        static Optional<Explained> plain(Optional<Failure> failure) {
            return failure.map(found -> new Explained(found, found.code()));
        }

        static Explained of(PatchRefused refused) {
            Failure failure = Failure.of(refused);
            int status = refused.status().code();
            String shown = status == 0 ? "" : " (0x%08X)".formatted(status);
            return new Explained(failure, failure.code() + shown + ": " + refused.getMessage());
        }
    }

    private static Failure of(PatchRefused refused) {
        return switch (refused.status()) {
            case HOTPATCHING_OFF -> VBS_NOT_RUNNING;
            case WRONG_IMAGE -> WRONG_IMAGE;
            case OTHER_PUBLISHER -> OTHER_PUBLISHER;
            case DEPENDENCY_MISSING -> DEPENDENCY_MISSING;
            case TABLE_FULL -> TABLE_FULL;
            case NO_ADDRESS_SPACE -> NO_ADDRESS_SPACE;
            case UNEXPECTED_PROLOGUE -> UNEXPECTED_PROLOGUE;
            case HOOK_FAILED -> HOOK_FAILED;
            case DIGEST_DIFFERS -> DIGEST_DIFFERS;
        };
    }

    public enum Next {
        /// The node tries again by itself, a few times.
        RETRY,
        /// The machine takes the cumulative update, with its restart.
        FALL_BACK,
        /// A person decides.
        HOLD
    }
}
