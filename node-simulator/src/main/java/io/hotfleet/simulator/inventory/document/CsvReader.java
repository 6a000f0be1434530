package io.hotfleet.simulator.inventory.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a table row by row; the separator is the one that its first line uses most: `;`, `,` or tab.
public final class CsvReader implements AutoCloseable {
    static final int COLUMNS_MAX = 500;

    private final String file;
    private final CsvParser parser;
    private int line = 1;

    public CsvReader(TextFile file) {
        this.file = file.name();
        try {
            String head = file.head();
            if (head.startsWith("sep=")) {
                file.reader().readLine();
            }
            parser = Parsers.CSV.createParser(file.reader());
            parser.enable(CsvParser.Feature.TRIM_SPACES);
            parser.enable(CsvParser.Feature.SKIP_EMPTY_LINES);
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(head)));
        } catch (IOException e) {
            throw TextFile.unreadable(file.name(), e);
        }
    }

    private static char separator(String head) {
        if (head.startsWith("sep=") && head.length() > 4) {
            return head.charAt(4);
        }
        String first = head.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /// The cells of the next row that holds anything; null at the end.
    public List<String> next() {
        try {
            List<String> cells = row();
            while (cells != null && cells.stream().allMatch(String::isBlank)) {
                cells = row();
            }
            return cells;
        } catch (JsonProcessingException e) {
            throw Parsers.malformed(place(""), "CSV", e);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    private List<String> row() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (cells.isEmpty()) {
                line = Math.max(1, parser.currentTokenLocation().getLineNr());
            }
            if (cells.size() == COLUMNS_MAX) {
                throw place("").invalid("has more than " + COLUMNS_MAX + " columns");
            }
            cells.add(parser.getText());
        }
        return cells;
    }

    /// A cell of the row that was read last.
    public Location place(String column) {
        return new Location(file, line, column);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }
}
