package io.hotfleet.clusternode.agent;

/// Patch-service did not answer, or not as wished; a later attempt may succeed.
public final class PatchServiceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PatchServiceUnavailable(String message) {
        super(message);
    }
}
