package io.hotfleet.patch.planner;

/// One node's whole cycle: drain, install, restart, resume, failback.
///
/// @param id the fleet's cursor; 0 until it is assigned
/// @param at not before this minute
/// @param kb null for a fix
/// @param contents null for a fix
/// @param drainRoles clustered roles to move away first
public record Command(
        long id,
        int machine,
        long at,
        Action action,
        String kb,
        Contents contents,
        boolean restart,
        int drainRoles,
        Reason reason) {
    public enum Action {
        INSTALL,
        FIX
    }

    /// Which package is installed.
    public enum Contents {
        HOTPATCH,
        CUMULATIVE
    }

    public Command numbered(long cursor) {
        return new Command(cursor, machine, at, action, kb, contents, restart, drainRoles, reason);
    }
}
