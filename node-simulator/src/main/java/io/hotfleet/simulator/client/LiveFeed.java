package io.hotfleet.simulator.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/// What live nodes ask of patch-service, and tell it.
public interface LiveFeed {
    int REPORTS_MAX = 1_000;

    /// The commands of a live fleet that are not answered yet, all of them.
    List<Order> open(String fleet);

    /// @param reports up to [#REPORTS_MAX]
    Taken report(String fleet, List<LiveReport> reports);

    /// @param at not before this time
    /// @param kb null for a fix
    /// @param contents HOTPATCH or CUMULATIVE; null for a fix
    /// @param packageDigest SHA-256 of a hotpatch's package; null for anything else
    record Order(
            long id,
            String machine,
            Instant at,
            Command.Action action,
            String kb,
            @JsonProperty("package") String contents,
            String packageDigest) {
        private static final String HOTPATCH = "HOTPATCH";

        public boolean hotpatches() {
            return HOTPATCH.equals(contents);
        }
    }

    /// @param stale reports whose number the service had already, or a later one
    @RegisterForReflection(registerFullHierarchy = true)
    record Taken(int received, int applied, int stale) {
        public static final Taken NONE = new Taken(0, 0, 0);

        public Taken plus(Taken other) {
            return new Taken(received + other.received, applied + other.applied, stale + other.stale);
        }
    }

    /// What a live node tells: where it stands, or how a command ended, with its memory in short.
    ///
    /// @param seq counts the machine's reports from 1
    /// @param outcome INSTALLED, RESTARTED, FAILED or PROGRESS
    /// @param state a workflow state, of PROGRESS; why it failed, of FAILED; null else
    /// @param vbs running, configured or off; null from a machine that is down, which tells nothing of its memory
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection(registerFullHierarchy = true)
    record LiveReport(
            String machine,
            int seq,
            Instant at,
            long command,
            String kb,
            String outcome,
            String state,
            int installSeconds,
            int downSeconds,
            String vbs,
            int hooks,
            int patchKiB,
            int retainedKiB) {}
}
