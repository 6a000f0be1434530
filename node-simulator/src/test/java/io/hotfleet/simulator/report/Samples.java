package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.ClusterLine;
import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.MachineLine;
import io.hotfleet.simulator.report.Report.WorkItem;
import io.hotfleet.simulator.report.SamplePlay.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Reports of fleets that differ in what is hard to show: nothing, unknown facts, hostile names, forecasts, sheer size.
final class Samples {
    private static final WorkItem ENABLE_VBS = new WorkItem(
            "ENABLE_VBS",
            true,
            12,
            names("app-", 12),
            "reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceGuard"
                    + " /v EnableVirtualizationBasedSecurity /t REG_DWORD /d 1 /f; Restart-Computer");
    private static final WorkItem OPT_IN = new WorkItem("OPT_IN", false, 1, List.of("dc-01"), null);

    private Samples() {}

    static Map<String, Report> all() {
        Map<String, Report> samples = new LinkedHashMap<>();
        samples.put("contoso", contoso());
        samples.put("mixed", mixed());
        samples.put("forecast", forecast());
        samples.put("not worth it", notWorthIt());
        samples.put("empty", empty());
        samples.put("one month", oneMonth());
        samples.put("large", large());
        return samples;
    }

    static Report contoso() {
        try {
            return JsonReport.read(Golden.read(Golden.CONTRACT.resolve("report.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Three products, unknown facts, failures, and names that want to be formulas and scripts.
    static Report mixed() {
        SamplePlay play = new SamplePlay(
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 12),
                YearMonth.of(2026, 5),
                List.of(
                        new Group("windows-server-2025", 310, 12, 16),
                        new Group("windows-server-2022-azure-edition", 40, 0, 0),
                        new Group("windows-11-24h2", 55, 3, 0)),
                2);
        Map<String, Integer> gates = new LinkedHashMap<>();
        gates.put("EDITION", 2);
        gates.put("VBS_NOT_RUNNING", 9);
        gates.put("ARC", 3);
        gates.put("OPT_IN", 1);
        return new SampleFleet(
                        "mixed <script>alert(1)</script>",
                        play,
                        new Eligibility(405, 413, 10, 5, gates),
                        List.of(ENABLE_VBS, OPT_IN),
                        List.of(
                                cluster("sql-ag-01", 4, 0),
                                cluster("=HYPERLINK(\"http://x\")", 2, 37),
                                cluster("<script>alert('c')</script>", 8, 0)),
                        List.of(
                                machine("=cmd|' /C calc'!A0", "sql-ag-01", "ELIGIBLE", List.of()),
                                machine(
                                        "<script>alert(2)</script>",
                                        null,
                                        "BLOCKED",
                                        List.of("VBS_NOT_RUNNING", "OPT_IN")),
                                machine("web \"quoted\", 07", null, "UNKNOWN", List.of("ARC"))),
                        List.of(
                                "windows-11-24h2 2025-02: a cumulative update but no hotpatch; machines on track leave"
                                        + " it.",
                                "Cluster <script>alert('c')</script> cannot be patched within one window."))
                .report();
    }

    /// Known until 2026-05, a forecast after that.
    static Report forecast() {
        SamplePlay play = new SamplePlay(
                YearMonth.of(2026, 1),
                YearMonth.of(2026, 12),
                YearMonth.of(2026, 5),
                List.of(new Group("windows-server-2025", 124, 10, 1184)),
                0);
        return new SampleFleet(
                        "contoso",
                        play,
                        new Eligibility(124, 134, 10, 0, Map.of("VBS_NOT_RUNNING", 10)),
                        List.of(ENABLE_VBS),
                        List.of(cluster("sql-ag-01", 4, 0)),
                        null,
                        List.of())
                .report();
    }

    static Report notWorthIt() {
        SamplePlay play = new SamplePlay(
                YearMonth.of(2025, 7),
                YearMonth.of(2025, 9),
                YearMonth.of(2026, 5),
                List.of(new Group("windows-server-2022", 0, 20, 0)),
                0);
        return new SampleFleet(
                        "old-iron",
                        play,
                        new Eligibility(0, 0, 20, 0, Map.of("EDITION", 20)),
                        List.of(),
                        List.of(),
                        null,
                        List.of())
                .report();
    }

    static Report empty() {
        SamplePlay play =
                new SamplePlay(YearMonth.of(2025, 1), YearMonth.of(2025, 12), YearMonth.of(2026, 5), List.of(), 0);
        return new SampleFleet(
                        "empty", play, new Eligibility(0, 0, 0, 0, Map.of()), List.of(), List.of(), null, List.of())
                .report();
    }

    static Report oneMonth() {
        SamplePlay play = new SamplePlay(
                YearMonth.of(2025, 8),
                YearMonth.of(2025, 8),
                YearMonth.of(2026, 5),
                List.of(new Group("windows-server-2025", 1, 0, 8)),
                0);
        return new SampleFleet(
                        "single", play, new Eligibility(1, 1, 0, 0, Map.of()), List.of(), List.of(), null, List.of())
                .report();
    }

    /// Sixty months, 2,500 clusters, 100,000 servers.
    static Report large() {
        SamplePlay play = new SamplePlay(
                YearMonth.of(2025, 1),
                YearMonth.of(2029, 12),
                YearMonth.of(2026, 5),
                List.of(
                        new Group("windows-server-2025", 85_000, 5_000, 1_440_000),
                        new Group("windows-server-2022-azure-edition", 10_000, 0, 0)),
                0);
        List<ClusterLine> clusters = IntStream.rangeClosed(1, 2_500)
                .mapToObj(number -> cluster("cluster-%04d".formatted(number), 8, number % 7 == 0 ? number : 0))
                .toList();
        return new SampleFleet(
                        "large",
                        play,
                        new Eligibility(95_000, 100_000, 5_000, 0, Map.of("VBS_NOT_RUNNING", 5_000)),
                        List.of(new WorkItem("ENABLE_VBS", true, 5_000, names("web-", 20), ENABLE_VBS.command())),
                        clusters,
                        null,
                        List.of())
                .report();
    }

    static CheckReport check() {
        Map<String, Integer> gates = new LinkedHashMap<>();
        gates.put("VBS_NOT_RUNNING", 12);
        gates.put("ARC", 4);
        gates.put("OPT_IN", 1);
        return new CheckReport(
                "contoso",
                "2025-10-14T00:00:00Z",
                141,
                1,
                new Eligibility(124, 137, 13, 4, gates),
                List.of(ENABLE_VBS, OPT_IN),
                List.of("web-001: two files tell different editions; the later file wins."),
                List.of(
                        standing("web-001", null, "ELIGIBLE", List.of(), List.of()),
                        standing("dc-01", null, "BLOCKED", List.of("OPT_IN"), List.of("OPT_IN")),
                        standing(
                                "=cmd|' /C calc'!A0",
                                "sql-ag-01",
                                "UNKNOWN",
                                List.of("VBS_NOT_RUNNING", "ARC"),
                                List.of("ENABLE_VBS", "CONNECT_ARC"))));
    }

    private static CheckReport.MachineLine standing(
            String name, String cluster, String status, List<String> gates, List<String> remedies) {
        return new CheckReport.MachineLine(name, cluster, "windows-server-2025", status, gates, remedies);
    }

    private static ClusterLine cluster(String name, int nodes, int minutesWithoutQuorum) {
        return new ClusterLine(
                name,
                nodes,
                figures(4 * nodes, 4 * nodes, 12 * nodes),
                figures(8 * nodes, 8 * nodes, 24 * nodes),
                figures(0, 0, minutesWithoutQuorum % 3),
                figures(0, 0, minutesWithoutQuorum > 0 ? 1 : 0),
                Map.of("HOTPATCH", 0L, "HOTPATCH_AFTER_FIXES", 0L, "CUMULATIVE", (long) minutesWithoutQuorum));
    }

    private static MachineLine machine(String name, String cluster, String status, List<String> gates) {
        return new MachineLine(name, cluster, "windows-server-2025", status, gates, figures(4, 4, 12));
    }

    private static Map<String, Integer> figures(int hotpatch, int afterFixes, int cumulative) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("HOTPATCH", hotpatch);
        figures.put("HOTPATCH_AFTER_FIXES", afterFixes);
        figures.put("CUMULATIVE", cumulative);
        return figures;
    }

    private static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            names.add("%s%02d".formatted(prefix, number));
        }
        return names;
    }
}
