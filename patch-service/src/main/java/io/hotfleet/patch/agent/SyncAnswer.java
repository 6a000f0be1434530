package io.hotfleet.patch.agent;

import java.time.Instant;
import java.util.List;

/// @param cursor id of the last command answered, to be given as `after` next time
/// @param more whether the same `until` has to be asked for again
/// @param nextBarrier null after the last one
record SyncAnswer(long cursor, boolean more, Instant nextBarrier, List<CommandView> commands) {}
