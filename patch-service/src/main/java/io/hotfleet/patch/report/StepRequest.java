package io.hotfleet.patch.report;

import java.time.Instant;
import java.util.List;

/// @param until everything before it is decided
/// @param after id of the last command that the caller has; null or 0 for none
record StepRequest(Instant until, Long after, List<ReportBody> reports) {}
