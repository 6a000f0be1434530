package io.hotfleet.simulator.workflow;

/// What can be done to a node. A fault that strikes once waits for its step; one that lasts stays until it is healed.
///
/// The last four lie on the way between node and services: the node itself does not notice them.
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
    /// Nothing passes between the node and the services.
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

    boolean strikesAtOnce(int value) {
        return this == PROCESS_EXITS || this == POWER_LOSS && value == 0;
    }
}
