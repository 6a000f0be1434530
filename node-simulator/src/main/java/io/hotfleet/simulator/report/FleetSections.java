package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.MachineLine;
import io.hotfleet.simulator.report.Report.WorkItem;
import io.hotfleet.simulator.report.Section.Block;
import io.hotfleet.simulator.report.Section.Bullets;
import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Command;
import io.hotfleet.simulator.report.Section.Paragraph;
import io.hotfleet.simulator.report.Section.Row;
import io.hotfleet.simulator.report.Section.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is known of the fleet itself: gates, work list, machines, warnings, assumptions.
final class FleetSections {
    static final int MACHINES_MAX = 200;
    private static final int NAMES_MAX = 10;
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("ENABLE_VBS", "Switch on VBS"),
            Map.entry("ENABLE_SECURE_BOOT", "Switch on Secure Boot"),
            Map.entry("SET_TABLE_SIZE", "Switch on the hotpatch table"),
            Map.entry("DISABLE_CHPE", "Switch off CHPE"),
            Map.entry("CONNECT_ARC", "Connect the Azure Arc agent"),
            Map.entry("ATTACH_SUBSCRIPTION", "Attach a subscription"),
            Map.entry("ENABLE_LICENCE", "Enable the hotpatch licence"),
            Map.entry("OPT_IN", "Opt in to hotpatches"),
            Map.entry("SET_PATCH_MODE", "Set the patch mode"),
            Map.entry("REPAIR_EXTENSION", "Repair the extension"),
            Map.entry("CHANGE_UPDATE_SOURCE", "Change the update source"),
            Map.entry("ALLOW_HOTPATCH_POLICY", "Allow hotpatches by policy"),
            Map.entry("USE_AN_ELIGIBLE_EDITION", "Use another edition"),
            Map.entry("USE_A_RELEASED_BUILD", "Use a released build"),
            Map.entry("USE_A_CORE_OR_HOTPATCH_IMAGE", "Use a Core image"),
            Map.entry("USE_A_SUPPORTED_PLATFORM", "Use another platform"),
            Map.entry("REDEPLOY_FROM_A_LISTED_IMAGE", "Redeploy from a listed image"),
            Map.entry("CONVERT_TO_UEFI", "Convert to UEFI"),
            Map.entry("FIND_OUT_EDITION", "Find out the edition"),
            Map.entry("FIND_OUT_BUILD", "Find out the build"),
            Map.entry("FIND_OUT_INSTALL_OPTION", "Find out Core or Desktop"),
            Map.entry("FIND_OUT_PLATFORM", "Find out the platform"),
            Map.entry("FIND_OUT_IMAGE", "Find out the image"),
            Map.entry("FIND_OUT_FIRMWARE", "Find out the firmware"),
            Map.entry("FIND_OUT_KB", "Find out which update is installed"),
            Map.entry("WAIT_FOR_BASELINE", "Wait for the next baseline"));

    private FleetSections() {}

    static Section gates(Eligibility eligibility, int servers) {
        Paragraph counts = new Paragraph("All gates passed: " + Words.count(eligibility.eligible()) + " of "
                + Words.counted(servers, "server") + ". Blocked: " + Words.count(eligibility.blocked()) + ". Unknown: "
                + Words.count(eligibility.unknown()) + ".");
        Section section = Section.of("gates", "Who can hotpatch", counts);
        if (eligibility.byGate().isEmpty()) {
            return section;
        }
        List<Row> rows = eligibility.byGate().entrySet().stream()
                .map(gate -> Row.of(gate.getKey(), Words.gate(gate.getKey()), Words.count(gate.getValue())))
                .toList();
        List<Column> columns = List.of(Column.text("Gate"), Column.wrapped("Meaning"), Column.number("Servers"));
        String caption = "Each server counts once, under the first gate that it does not pass"
                + (eligibility.unknown() > 0 ? " or whose answer is unknown." : ".");
        return section.with(List.of(new Table(caption, columns, rows)));
    }

    static Section workList(List<WorkItem> items) {
        if (items.isEmpty()) {
            return Section.of("work", "Work list", new Paragraph("Nothing to do."));
        }
        List<Column> columns = List.of(
                Column.text("Remedy"), Column.text("Restart"), Column.number("Servers"), Column.wrapped("Names"));
        List<Row> rows = items.stream()
                .map(item -> Row.of(
                        remedy(item.remedy()),
                        item.restart() ? "yes" : "no",
                        Words.count(item.machines()),
                        names(item)))
                .toList();
        List<Block> commands = items.stream()
                .filter(item -> item.command() != null && !item.command().isBlank())
                .map(item -> (Block) new Command(remedy(item.remedy()) + ":", item.command()))
                .toList();
        return Section.of("work", "Work list", new Table("", columns, rows)).with(commands);
    }

    /// Machines that need attention first.
    static Section machines(List<MachineLine> machines) {
        List<Column> columns = List.of(
                Column.wrapped("Server"),
                Column.wrapped("Cluster"),
                Column.text("Product"),
                Column.text("Status"),
                Column.wrapped("Gates not passed"),
                Column.number("Restarts"));
        List<Row> rows = machines.stream()
                .sorted(Comparator.comparing(machine -> machine.status().equals("ELIGIBLE")))
                .limit(MACHINES_MAX)
                .map(machine -> Row.of(
                        machine.name(),
                        machine.cluster() == null ? "" : machine.cluster(),
                        machine.product(),
                        machine.status().toLowerCase(Locale.ROOT),
                        String.join(", ", machine.gates()),
                        StrategySections.triple(machine.restarts())))
                .toList();
        Section section = Section.of("servers", "Servers", new Paragraph(StrategySections.TRIPLE));
        List<Block> blocks = new ArrayList<>();
        if (machines.size() > MACHINES_MAX) {
            blocks.add(new Paragraph("The first " + MACHINES_MAX + " of " + Words.count(machines.size())
                    + " servers, those that cannot hotpatch first; the JSON report has all."));
        }
        blocks.add(new Table("", columns, rows));
        return section.with(blocks);
    }

    static Section warnings(List<String> warnings) {
        return Section.of("warnings", "Warnings", warnings.isEmpty() ? new Paragraph("None.") : new Bullets(warnings));
    }

    static Section assumptions(Map<String, Object> assumptions) {
        List<Row> rows = assumptions.entrySet().stream()
                .map(assumption -> Row.of(assumption.getKey(), value(assumption.getValue())))
                .toList();
        return Section.of(
                "assumptions",
                "Assumptions",
                new Paragraph("Assumed, not measured. A duration is a median that is drawn around, unless it is fixed."
                        + " Change them in the fleet file under assumptions."),
                new Table("", List.of(Column.text("Assumption"), Column.wrapped("Value")), rows));
    }

    /// The code itself where it is not known here, so that a remedy of a newer service is still shown.
    private static String remedy(String code) {
        return REMEDIES.getOrDefault(code, code);
    }

    private static String names(WorkItem item) {
        List<String> shown = item.names().stream().limit(NAMES_MAX).toList();
        int rest = item.machines() - shown.size();
        return String.join(", ", shown) + (rest > 0 ? " and " + Words.count(rest) + " more" : "");
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> parts) {
            List<String> texts = new ArrayList<>();
            parts.forEach((key, part) -> texts.add(key + " " + value(part)));
            return String.join(", ", texts);
        }
        return String.valueOf(value);
    }
}
