package io.hotfleet.patch.rollout;

import io.hotfleet.patch.rollout.Node.Memory;

/// What one machine said, its names resolved.
///
/// @param at the end of what it tells of
/// @param command 0 where it answers none
/// @param memory null where it tells nothing of it
/// @param state a workflow state, of PROGRESS; why it failed, of FAILED; null else
public record Report(
        int machine,
        int seq,
        long at,
        long command,
        String kb,
        Outcome outcome,
        String state,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        Memory memory) {
    /// The same, with an end that is not before a minute.
    public Report endingFrom(long minute) {
        return new Report(
                machine,
                seq,
                Math.max(at, minute),
                command,
                kb,
                outcome,
                state,
                drainSeconds,
                installSeconds,
                downSeconds,
                memory);
    }

    /// How a report ends; the order is stored.
    public enum Outcome {
        INSTALLED,
        RESTARTED,
        FAILED,
        OFFLINE,
        ONLINE,
        PROGRESS;

        public boolean installs() {
            return this == INSTALLED || this == RESTARTED;
        }
    }
}
