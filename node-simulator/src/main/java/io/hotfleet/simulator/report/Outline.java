package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Paragraph;
import io.hotfleet.simulator.report.Section.Row;
import io.hotfleet.simulator.report.Section.Table;
import java.util.ArrayList;
import java.util.List;

/// Everything below the verdict, in the order in which it is read: one outline for text and page.
final class Outline {
    private Outline() {}

    static List<Section> of(Report report) {
        List<Section> sections = new ArrayList<>();
        if (report.servers() > 0) {
            sections.addAll(figures(report));
        }
        sections.add(FleetSections.warnings(report.warnings()));
        sections.add(FleetSections.assumptions(report.assumptions()));
        sections.add(origin(report));
        return sections;
    }

    private static List<Section> figures(Report report) {
        List<Section> sections = new ArrayList<>(List.of(
                FleetSections.gates(report.eligibility(), report.servers()),
                FleetSections.workList(report.workList()),
                StrategySections.strategies(report.strategies()),
                StrategySections.savings(report),
                StrategySections.clusters(report.clustersInDetail()),
                MonthSections.knowledge(report),
                MonthSections.months(report)));
        if (!MonthSections.forecastMonths(report).isEmpty()) {
            sections.add(MonthSections.forecast(report));
        }
        sections.add(MonthSections.costs(report));
        sections.add(StrategySections.otherRestarts(report.otherRestarts()));
        if (report.machinesInDetail() != null) {
            sections.add(FleetSections.machines(report.machinesInDetail()));
        }
        return sections;
    }

    private static Section origin(Report report) {
        return Section.of(
                "origin",
                "Where this comes from",
                new Paragraph("The same fleet, period, seed and catalogue give the same report, byte for byte."),
                new Table(
                        "",
                        List.of(Column.text("Input"), Column.wrapped("Value")),
                        List.of(
                                Row.of("Fleet", report.fleet()),
                                Row.of("Period", report.from() + " to " + report.to() + ", both included, UTC"),
                                Row.of("Seed", String.valueOf(report.seed())),
                                Row.of("Price plan", report.pricePlan()),
                                Row.of("Catalogue", report.catalogue()),
                                Row.of("Digest of history", report.digest()))));
    }

    static List<Section> of(CheckReport report) {
        return List.of(
                FleetSections.gates(report.eligibility(), report.servers()),
                FleetSections.workList(report.workList()),
                FleetSections.warnings(report.warnings()));
    }
}
