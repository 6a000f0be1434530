package io.hotfleet.node.memory;

import java.util.Locale;

/// A patch could not be applied; memory is as it was before its load.
public final class PatchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why.
    private final Status status;

    PatchRefused(Status status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public Status status() {
        return status;
    }

    /// @see #code()
    public enum Status {
        HOTPATCHING_OFF(0xC00000BB),
        WRONG_IMAGE(0),
        OTHER_PUBLISHER(0),
        DEPENDENCY_MISSING(0xC0000135),
        TABLE_FULL(0xC00004AC),
        NO_ADDRESS_SPACE(0xC0000017),
        UNEXPECTED_PROLOGUE(0xC0000018),
        HOOK_FAILED(0),
        DIGEST_DIFFERS(0);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        /// The NT status the kernel answers with, 0 where none is known.
        public int code() {
            return code;
        }

        /// Stable, for people: `table-full (0xC00004AC)`.
        public String text() {
            String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
            return code == 0 ? name : "%s (0x%08X)".formatted(name, code);
        }
    }
}
