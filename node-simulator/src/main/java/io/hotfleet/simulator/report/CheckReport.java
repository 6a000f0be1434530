package io.hotfleet.simulator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Who can hotpatch at one instant, and what to do for the others: the result of `check`, without a calendar.
///
/// @param at the instant asked for, ISO 8601 in UTC
/// @param machines every machine, in the fleet's order
@RegisterForReflection(registerFullHierarchy = true)
public record CheckReport(
        String fleet,
        String at,
        int servers,
        int clusters,
        Report.Eligibility eligibility,
        List<Report.WorkItem> workList,
        List<String> warnings,
        List<MachineLine> machines) {
    /// @param cluster absent for a stand-alone machine
    /// @param status ELIGIBLE | BLOCKED | UNKNOWN
    /// @param gates every gate that does not pass, in order
    /// @param remedies what opens them, in the order of the gates, each once
    public record MachineLine(
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cluster,
            String product,
            String status,
            List<String> gates,
            List<String> remedies) {}
}
