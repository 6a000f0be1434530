package io.hotfleet.patch.agent;

import java.time.Instant;
import java.util.List;

/// @param until everything before it is decided
/// @param after id of the last command that the caller has; null or 0 for none
record SyncRequest(Instant until, Long after, List<ReportBody> reports) {}
