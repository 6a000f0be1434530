package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Section.Align;
import io.hotfleet.simulator.report.Section.Block;
import io.hotfleet.simulator.report.Section.Bullets;
import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Command;
import io.hotfleet.simulator.report.Section.Paragraph;
import io.hotfleet.simulator.report.Section.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Reports as plain text for a terminal: the verdict, then tables of at most 100 columns, ASCII only.
///
/// Names of the fleet are shown as they are, but for control and format characters, which could steer a
/// terminal.
public final class TextReport {
    private static final int WIDTH = 100;
    private static final int WRAPPED_MIN = 9;
    private static final String GAP = "  ";

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    public static String render(Report report) {
        return page(
                "Rehearsal of " + report.fleet() + ", " + Words.period(report.from(), report.to()),
                Verdict.of(report),
                Outline.of(report));
    }

    public static String renderCheck(CheckReport report) {
        return page("Check of " + report.fleet() + " at " + report.at(), Verdict.of(report), Outline.of(report));
    }

    private static String page(String title, List<String> verdict, List<Section> sections) {
        TextReport page = new TextReport();
        page.heading(title, '=');
        verdict.forEach(sentence -> page.paragraph("", sentence));
        for (Section section : sections) {
            page.line("");
            page.heading(section.title(), '-');
            for (Block block : section.blocks()) {
                page.block(block);
            }
        }
        return page.text.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph paragraph -> paragraph("", paragraph.text());
            case Bullets bullets -> bullets.items().forEach(item -> paragraph("- ", item));
            case Command command -> {
                line("");
                line(command.label());
                line("    " + command.text());
            }
            case Table table -> table(table.narrow());
        }
    }

    private void heading(String title, char underline) {
        line(title);
        line(String.valueOf(underline).repeat(Math.min(WIDTH, title.length())));
    }

    private void paragraph(String mark, String words) {
        List<String> lines = wrap(words, WIDTH - mark.length());
        for (int number = 0; number < lines.size(); number++) {
            line((number == 0 ? mark : " ".repeat(mark.length())) + lines.get(number));
        }
    }

    private void table(Table table) {
        line("");
        if (!table.caption().isEmpty()) {
            paragraph("", table.caption());
        }
        int[] widths = widths(table);
        List<String> titles = table.columns().stream().map(Column::title).toList();
        row(table.columns(), titles, widths, true);
        line(String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
        table.rows().forEach(row -> row(table.columns(), row.cells(), widths, false));
    }

    /// Titles are broken only where the whole does not fit otherwise; then the wrapped columns give way.
    private static int[] widths(Table table) {
        int room = WIDTH - GAP.length() * (table.columns().size() - 1);
        int[] roomy = table.columns().stream()
                .mapToInt(column -> column.title().length())
                .toArray();
        int[] tight = table.columns().stream()
                .mapToInt(column -> longestWord(column.title()))
                .toArray();
        for (int index = 0; index < tight.length; index++) {
            int cells = longestCell(table, index);
            roomy[index] = Math.max(roomy[index], cells);
            tight[index] = Math.max(tight[index], cells);
        }
        if (IntStream.of(roomy).sum() <= room) {
            return roomy;
        }
        for (int index = 0; index < tight.length; index++) {
            if (table.columns().get(index).align() == Align.WRAPPED) {
                int excess = Math.max(0, IntStream.of(tight).sum() - room);
                tight[index] = Math.max(Math.min(WRAPPED_MIN, tight[index]), tight[index] - excess);
            }
        }
        return tight;
    }

    private static int longestCell(Table table, int column) {
        return table.rows().stream()
                .mapToInt(row -> row.cells().get(column).length())
                .max()
                .orElse(0);
    }

    private void row(List<Column> columns, List<String> cells, int[] widths, boolean bottom) {
        List<List<String>> wrapped = IntStream.range(0, cells.size())
                .mapToObj(index -> wrap(cells.get(index), widths[index]))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            List<String> parts = new ArrayList<>();
            for (int index = 0; index < widths.length; index++) {
                List<String> lines = wrapped.get(index);
                int number = bottom ? line - height + lines.size() : line;
                String part = number >= 0 && number < lines.size() ? lines.get(number) : "";
                String padding = " ".repeat(Math.max(0, widths[index] - part.length()));
                parts.add(columns.get(index).align() == Align.RIGHT ? padding + part : part + padding);
            }
            line(String.join(GAP, parts));
        }
    }

    /// Breaks at spaces, and a word that is longer than a line anywhere; leading spaces stay.
    static List<String> wrap(String words, int width) {
        String rest = words.stripTrailing();
        List<String> lines = new ArrayList<>();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int longestWord(String title) {
        return Arrays.stream(title.split(" ")).mapToInt(String::length).max().orElse(0);
    }

    /// A no-break space has done its work when lines are broken.
    private void line(String line) {
        String printable = line.replace('\u00a0', ' ').replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        text.append(printable.stripTrailing()).append('\n');
    }
}
