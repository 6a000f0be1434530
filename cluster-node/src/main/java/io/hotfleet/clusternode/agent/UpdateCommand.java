package io.hotfleet.clusternode.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/// A command of patch-service: one whole cycle of one machine.
///
/// @param kb null for a fix
/// @param contents HOTPATCH or CUMULATIVE; null for a fix
/// @param packageDigest SHA-256 of a hotpatch's package; null for anything else
@JsonIgnoreProperties(ignoreUnknown = true)
public record UpdateCommand(
        long id,
        String machine,
        Instant at,
        String action,
        String kb,
        @JsonProperty("package") String contents,
        String packageDigest,
        boolean restart,
        int drainRoles,
        String reason) {
    private static final String HOTPATCH = "HOTPATCH";

    public boolean hotpatches() {
        return HOTPATCH.equals(contents);
    }
}
