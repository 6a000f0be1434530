package io.hotfleet.simulator.inventory.reader;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.CsvReader;
import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.fleetfile.WindowEntry;
import io.hotfleet.simulator.inventory.imported.RowImport;
import io.hotfleet.simulator.inventory.imported.RowKind;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A CSV file: one machine a row under the names of facts, or what the portal and PowerShell export.
public final class Table {
    private static final Map<String, String> COLUMNS = columns();
    private static final String WINDOW_ACCEPTED = "a window such as saturday 22:00 6 Europe/Berlin";

    private final CsvReader reader;
    private final List<String> header;

    private Table(CsvReader reader, List<String> header) {
        this.reader = reader;
        this.header = header;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("name", "cluster", "window").forEach(column -> columns.put(column, column));
        Fact.keys().forEach(key -> columns.put(key.toLowerCase(Locale.ROOT), key));
        return columns;
    }

    public static Told read(TextFile file) {
        try (CsvReader reader = new CsvReader(file)) {
            List<String> header = reader.next();
            if (header != null && header.size() == 1 && header.getFirst().startsWith("#TYPE")) {
                header = reader.next();
            }
            if (header == null) {
                throw reader.place("").invalid("is empty");
            }
            Table table = new Table(reader, header);
            return table.isExport() ? table.rows(file.name()) : table.machines(file.name());
        }
    }

    /// Whether Azure or PowerShell wrote the table.
    private boolean isExport() {
        Set<String> keys =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return keys.contains("id") || RowKind.ofKeys(keys) != null;
    }

    private Told rows(String file) {
        Told told = new Told(file, Told.Speaker.IMPORT);
        RowImport rows = new RowImport(told);
        for (List<String> cells = reader.next(); cells != null; cells = reader.next()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
                // a kind that is empty is that of an ordinary machine; every other empty cell tells nothing
                if (!cells.get(i).isEmpty() || header.get(i).equalsIgnoreCase("kind")) {
                    fields.put(header.get(i), new Value.Scalar(reader.place(header.get(i)), cells.get(i)));
                }
            }
            rows.row(new Row(new Value.Mapping(reader.place(""), fields)));
        }
        rows.finish();
        return told;
    }

    private Told machines(String file) {
        List<String> columns = machineColumns();
        Told told = new Told(file, Told.Speaker.TABLE);
        for (List<String> cells = reader.next(); cells != null; cells = reader.next()) {
            if (cells.size() > columns.size()) {
                throw reader.place("").invalid("has " + cells.size() + " cells, the header has " + columns.size());
            }
            machine(columns, cells, told);
        }
        return told;
    }

    private List<String> machineColumns() {
        List<String> columns = new ArrayList<>();
        for (String name : header) {
            String column = COLUMNS.get(name.toLowerCase(Locale.ROOT));
            if (column == null) {
                throw reader.place("")
                        .invalid("column \"" + name + "\" is not accepted: " + String.join(", ", COLUMNS.values()));
            }
            if (columns.contains(column)) {
                throw reader.place("").invalid("column \"" + name + "\" is there twice");
            }
            columns.add(column);
        }
        if (!columns.contains("name")) {
            throw reader.place("").invalid("has no column name, accepted are: " + String.join(", ", COLUMNS.values()));
        }
        return columns;
    }

    private void machine(List<String> columns, List<String> cells, Told told) {
        String name = null;
        String cluster = null;
        Window window = null;
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank()) {
                continue;
            }
            Location place = reader.place(columns.get(i));
            Value.Scalar cell = new Value.Scalar(place, cells.get(i).strip());
            switch (columns.get(i)) {
                case "name" -> name = cell.text(Told.NAME, Told.NAME_ACCEPTED);
                case "cluster" -> cluster = cell.text(Told.NAME, Told.NAME_ACCEPTED);
                case "window" -> window = window(cell);
                default -> {
                    Fact fact = Fact.of(columns.get(i));
                    facts.put(fact, fact.read(typed(fact, cell)));
                }
            }
        }
        if (name == null) {
            throw reader.place("name").invalid("is missing: " + Told.NAME_ACCEPTED);
        }
        told.machine(
                name, FactSheet.of(facts), cluster, window, reader.place("").line());
    }

    /// A cell is a text whatever it holds, written by hand: as the fact wants it.
    private static Value typed(Fact fact, Value.Scalar cell) {
        Location place = cell.place();
        String text = ((String) cell.content());
        String lower = text.toLowerCase(Locale.ROOT);
        if (fact == Fact.CORES) {
            return new Value.Scalar(place, text.matches("[0-9]{1,9}") ? (Object) Long.valueOf(text) : text);
        }
        if (fact == Fact.OPT_IN && (lower.equals("true") || lower.equals("false"))) {
            return new Value.Scalar(place, Boolean.valueOf(lower));
        }
        if (fact == Fact.ROLES) {
            List<Value> roles = new ArrayList<>();
            new TreeSet<>(List.of(lower.split("[\\s|,;]+"))).forEach(role -> roles.add(new Value.Scalar(place, role)));
            return new Value.Sequence(place, roles);
        }
        return new Value.Scalar(place, lower);
    }

    private static Window window(Value.Scalar cell) {
        String[] parts = ((String) cell.content()).split("\\s+");
        if (parts.length < 3 || parts.length > 4 || !parts[2].matches("[0-9]{1,3}")) {
            throw cell.notAccepted(WINDOW_ACCEPTED);
        }
        Location place = cell.place();
        return WindowEntry.read(
                new Value.Scalar(place, parts[0].toLowerCase(Locale.ROOT)),
                new Value.Scalar(place, parts[1]),
                new Value.Scalar(place, Long.valueOf(parts[2])),
                parts.length == 3 ? null : new Value.Scalar(place, parts[3]));
    }
}
