package io.hotfleet.simulator.client;

import java.util.List;

/// One half of the exchange that drives a rehearsal: what happened, and how far time may go.
///
/// @param untilMinute minutes since 1970
/// @param after id of the last command received
public record Step(long untilMinute, long after, List<NodeReport> reports) {
    public static final int REPORTS_MAX = 1_000;

    /// The other half.
    ///
    /// @param more whether the same `until` must be asked again
    /// @param nextBarrierMinute -1 where nothing is left to come
    public record Answer(List<Command> commands, long cursor, boolean more, long nextBarrierMinute) {}
}
