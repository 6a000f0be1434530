package io.hotfleet.simulator.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// One part of a report in words and tables, made once and shown alike by text and page.
///
/// @param id where links on the page lead
@RegisterForReflection(registerFullHierarchy = true)
record Section(String id, String title, List<Block> blocks) {
    sealed interface Block {
        /// What a template switches by.
        default String kind() {
            return getClass().getSimpleName();
        }
    }

    record Paragraph(String text) implements Block {}

    record Bullets(List<String> items) implements Block {}

    /// Something to copy into a shell: never wrapped.
    record Command(String label, String text) implements Block {}

    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        /// Without the columns that only a page has room for.
        Table narrow() {
            List<Integer> kept = IntStream.range(0, columns.size())
                    .filter(index -> !columns.get(index).pageOnly())
                    .boxed()
                    .toList();
            return new Table(
                    caption,
                    kept.stream().map(columns::get).toList(),
                    rows.stream()
                            .map(row ->
                                    new Row(kept.stream().map(row.cells()::get).toList(), row.forecast()))
                            .toList());
        }
    }

    /// @param forecast whether the row's figures are a forecast
    record Row(List<String> cells, boolean forecast) {
        static Row of(String... cells) {
            return new Row(List.of(cells), false);
        }
    }

    enum Align {
        LEFT,
        RIGHT,
        /// Left, and the column that gives way where a line gets too long.
        WRAPPED
    }

    record Column(String title, Align align, boolean pageOnly) {
        static Column text(String title) {
            return new Column(title, Align.LEFT, false);
        }

        static Column wrapped(String title) {
            return new Column(title, Align.WRAPPED, false);
        }

        static Column number(String title) {
            return new Column(title, Align.RIGHT, false);
        }

        static Column pageNumber(String title) {
            return new Column(title, Align.RIGHT, true);
        }
    }

    static Section of(String id, String title, Block... blocks) {
        return new Section(id, title, List.of(blocks));
    }

    Section with(List<? extends Block> more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(more);
        return new Section(id, title, all);
    }
}
