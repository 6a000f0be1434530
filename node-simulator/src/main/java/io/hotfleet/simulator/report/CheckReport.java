package io.hotfleet.simulator.report;

import java.util.List;

/// Who can hotpatch at one instant, and what to do for the others: the result of `check`, without a calendar.
///
/// @param at the instant asked for, ISO 8601 in UTC
public record CheckReport(
        String fleet,
        String at,
        int servers,
        int clusters,
        Report.Eligibility eligibility,
        List<Report.WorkItem> workList,
        List<String> warnings) {}
