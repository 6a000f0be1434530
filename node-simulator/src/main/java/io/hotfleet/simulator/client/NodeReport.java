package io.hotfleet.simulator.client;

import io.hotfleet.node.workflow.Phase;

/// What a machine tells patch-service.
///
/// @param seq counts the machine's reports from 1
/// @param atMinute end of what is reported, or begin of a state of progress, minutes since 1970
/// @param command 0 where none asked for it
/// @param kb null where nothing was installed
/// @param state of progress only; null otherwise
/// @param flaw why a package was refused, of FAILED only; null otherwise
public record NodeReport(
        String machine,
        int seq,
        long atMinute,
        long command,
        String kb,
        Outcome outcome,
        Phase state,
        String flaw,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        String vbs,
        int hooks,
        int patchKiB,
        int retainedKiB) {
    /// The code is part of the event history: it never changes. Progress does not enter the history.
    public enum Outcome {
        INSTALLED(1),
        RESTARTED(2),
        FAILED(3),
        OFFLINE(4),
        ONLINE(5),
        PROGRESS(6);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
