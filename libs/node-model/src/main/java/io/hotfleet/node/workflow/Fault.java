package io.hotfleet.node.workflow;

/// What can be done to a node. A fault that strikes once waits for its step; one that lasts stays until it is healed.
///
/// The last three lie on the way between node and services: the node itself does not notice them.
public enum Fault {
    /// The next download differs from the package's SHA-256.
    CORRUPT_PACKAGE(false),
    /// The signature of the next package does not verify.
    BAD_SIGNATURE(false),
    /// One image in memory is another file than the next manifest names.
    WRONG_BASE_IMAGE(false),
    /// The next load finds no free slot where it needs one.
    TABLE_FULL(false),
    /// Hooking function number `value` fails, the functions before it are already diverted.
    HOOK_FAILS(false),
    /// Function number `value` does not lead to the code of the manifest.
    DIGEST_MISMATCH(false),
    /// An invocation in the code that is replaced next never returns.
    HUNG_THREAD(false),
    /// A process ends at once and is started again a minute later; `value` picks it.
    PROCESS_EXITS(false),
    /// Memory is lost: at once, in whatever step, with value 0; else in the step with that number, counted from 1.
    POWER_LOSS(false),
    /// The hypervisor does not start at the next boot.
    VBS_LOST(true),
    ARC_DISCONNECTED(true),
    /// Nothing can be downloaded or staged.
    DISK_FULL(true),
    /// Every step takes `value` per cent of its time.
    SLOW_NODE(true),
    /// The clock is `value` seconds off.
    CLOCK_SKEW(true),
    /// Nothing passes between the node and the services, packages neither.
    PARTITION(true),
    /// `value` per cent of its reports are lost.
    REPORT_LOST(true),
    /// `value` per cent of its reports arrive twice.
    REPORT_DUPLICATED(true),
    /// `value` per cent of its reports are overtaken by the next one.
    REPORT_REORDERED(true);

    private final boolean lasting;

    Fault(boolean lasting) {
        this.lasting = lasting;
    }

    public boolean isLasting() {
        return lasting;
    }

    /// Without a value, which tells how much, it would change nothing.
    public boolean needsValue() {
        return switch (this) {
            case SLOW_NODE, CLOCK_SKEW, REPORT_LOST, REPORT_DUPLICATED, REPORT_REORDERED -> true;
            case CORRUPT_PACKAGE,
                    BAD_SIGNATURE,
                    WRONG_BASE_IMAGE,
                    TABLE_FULL,
                    HOOK_FAILS,
                    DIGEST_MISMATCH,
                    HUNG_THREAD,
                    PROCESS_EXITS,
                    POWER_LOSS,
                    VBS_LOST,
                    ARC_DISCONNECTED,
                    DISK_FULL,
                    PARTITION -> false;
        };
    }

    boolean strikesAtOnce(int value) {
        return this == PROCESS_EXITS || this == POWER_LOSS && value == 0;
    }
}
