package io.hotfleet.simulator.link;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    record Order(long id, String machine, Instant at, Command.Action action, String kb) {}

    /// @param stale reports whose number the service had already, or a later one
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
    /// @param state a workflow state, of PROGRESS only
    /// @param vbs running, configured or off
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
