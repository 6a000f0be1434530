package io.hotfleet.clusternode.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/// What a node tells patch-service, as `contract/patch/step-request.json` has it.
///
/// @param at null for the time of the receipt
/// @param seq counts the node's reports from 1
/// @param command null where none asked for it
/// @param state why it failed, of FAILED; null else
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
public record UpdateReport(
        String machine,
        int seq,
        Instant at,
        Long command,
        String kb,
        Outcome outcome,
        String state,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        String vbs,
        int hooks,
        @JsonProperty("patchKiB") int patchKib,
        @JsonProperty("retainedKiB") int retainedKib) {
    public enum Outcome {
        INSTALLED,
        RESTARTED,
        FAILED,
        OFFLINE,
        ONLINE
    }
}
