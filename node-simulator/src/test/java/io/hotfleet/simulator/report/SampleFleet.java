package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.ClusterLine;
import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.MachineLine;
import io.hotfleet.simulator.report.Report.OtherRestarts;
import io.hotfleet.simulator.report.Report.Saved;
import io.hotfleet.simulator.report.Report.WorkItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a sample report says of its fleet; the play gives the figures.
record SampleFleet(
        String fleet,
        SamplePlay play,
        Eligibility eligibility,
        List<WorkItem> workList,
        List<ClusterLine> clusters,
        List<MachineLine> machines,
        List<String> warnings) {
    Report report() {
        Map<String, Report.Strategy> strategies = play.strategies();
        Report.Strategy hotpatch = strategies.get("HOTPATCH");
        Report.Strategy cumulative = strategies.get("CUMULATIVE");
        Map<String, Object> assumptions = new LinkedHashMap<>();
        assumptions.put("hotpatchInstall", "2m");
        assumptions.put("restart", Map.of("fixed", "8m"));
        assumptions.put("otherRestartsPerYear", 2);
        return new Report(
                fleet,
                play.from().toString(),
                play.to().toString(),
                1,
                "sha256:" + "c".repeat(64),
                "dated",
                play.servers(),
                clusters.size(),
                eligibility,
                workList,
                strategies,
                new Saved(
                        cumulative.restarts() - hotpatch.restarts(),
                        cumulative.nodeDowntimeMinutes() - hotpatch.nodeDowntimeMinutes(),
                        cumulative.roleMoves() - hotpatch.roleMoves(),
                        hotpatch.cost().total().negate()),
                new OtherRestarts(2, 2 * play.servers()),
                clusters,
                machines,
                warnings,
                assumptions,
                "sha256:" + "d".repeat(64));
    }
}
