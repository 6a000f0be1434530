package io.hotfleet.simulator.link;

/// What a machine tells patch-service.
///
/// @param seq counts the machine's reports from 1
/// @param atMinute end of what is reported, minutes since 1970
/// @param command 0 where none asked for it
/// @param kb null where nothing was installed
public record NodeReport(
        String machine,
        int seq,
        long atMinute,
        long command,
        String kb,
        Outcome outcome,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        String vbs,
        int hooks,
        int patchKiB,
        int retainedKiB) {
    /// The code is part of the event history: it never changes.
    public enum Outcome {
        INSTALLED(1),
        RESTARTED(2),
        FAILED(3),
        OFFLINE(4),
        ONLINE(5);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
