package io.hotfleet.simulator.link;

/// What patch-service tells one machine to do: one whole cycle, not before `atMinute`.
///
/// @param atMinute minutes since 1970
/// @param kb null for a fix
/// @param hotpatch whether running code is patched; else files are replaced
/// @param drainRoles clustered roles to move away first
public record Command(
        long id,
        String machine,
        long atMinute,
        Action action,
        String kb,
        boolean hotpatch,
        boolean restart,
        int drainRoles) {
    public enum Action {
        INSTALL,
        FIX,
        WITHDRAW
    }
}
