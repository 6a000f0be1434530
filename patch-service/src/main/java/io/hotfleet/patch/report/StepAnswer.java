package io.hotfleet.patch.report;

import java.time.Instant;
import java.util.List;

/// @param cursor id of the last command answered, to be given as `after` next time
/// @param more whether the same `until` has to be asked for again
/// @param nextBarrier null after the last one
record StepAnswer(long cursor, boolean more, Instant nextBarrier, List<CommandView> commands) {}
