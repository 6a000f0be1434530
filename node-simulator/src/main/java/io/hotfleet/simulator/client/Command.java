package io.hotfleet.simulator.client;

/// What patch-service tells one machine to do: one whole cycle, not before `atMinute`.
///
/// @param atMinute minutes since 1970
/// @param kb null for a fix
/// @param hotpatch whether running code is patched; else files are replaced
/// @param packageDigest SHA-256 of the hotpatch's package, `sha256:` and 64 hex digits; null where files are replaced
/// @param drainRoles clustered roles to move away first
public record Command(
        long id,
        String machine,
        long atMinute,
        Action action,
        String kb,
        boolean hotpatch,
        String packageDigest,
        boolean restart,
        int drainRoles) {
    public enum Action {
        INSTALL,
        FIX,
        WITHDRAW
    }
}
