package io.hotfleet.simulator.inventory.imported;

import com.fasterxml.jackson.core.JsonToken;
import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.document.ValueReader;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.PowerShellRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON of Azure or PowerShell: one object, an array of them, or an envelope around the array, read row by row.
public final class ImportedFile {
    /// Fields of envelopes that are there where more rows are.
    private static final List<String> MORE =
            List.of("skip_token", "skipToken", "$skipToken", "nextLink", "@odata.nextLink", "odata.nextLink");

    private static final int DEFAULT_ROWS = 100;
    private static final int PAGE_ROWS = 1_000;

    private final ValueReader reader;
    private final Told told;
    private final RowImport rows;
    private long rowsSeen;
    private boolean enveloped;
    private boolean resourcesSeen;

    private ImportedFile(ValueReader reader, Told told) {
        this.reader = reader;
        this.told = told;
        this.rows = new RowImport(told);
    }

    public static Told json(TextFile file) {
        Told told = new Told(file.name(), Told.Speaker.IMPORT);
        String bare = file.head().strip();
        if (bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false")) {
            told.tally().read();
            PowerShellRows.secureBoot(Boolean.parseBoolean(bare), told);
            return told;
        }
        try (ValueReader reader = ValueReader.json(file)) {
            return new ImportedFile(reader, told).read();
        }
    }

    private Told read() {
        while (reader.next() != null) {
            switch (reader.current()) {
                case START_ARRAY -> array("");
                case START_OBJECT -> object();
                default -> row(reader.value(reader.place("")));
            }
        }
        rows.finish();
        checkFull();
        if (rowsSeen == 0) {
            told.note("tells nothing: it has no rows");
        }
        return told;
    }

    private void array(String path) {
        int index = 0;
        while (reader.next() != JsonToken.END_ARRAY) {
            row(reader.value(reader.place(path + "[" + index++ + "]")));
        }
    }

    /// An envelope if one of its fields is a list of rows, else a row itself.
    private void object() {
        Location start = reader.place("");
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean envelope = false;
        while (reader.next() == JsonToken.FIELD_NAME) {
            String name = reader.fieldName();
            Location place = reader.place(name);
            reader.next();
            if (isList(name) && reader.current() == JsonToken.START_ARRAY) {
                envelope = true;
                array(name);
            } else {
                fields.put(name, reader.value(place));
            }
        }
        Value.Mapping object = new Value.Mapping(start, fields);
        if (envelope) {
            enveloped = true;
            checkComplete(new Row(object));
        } else {
            row(object);
        }
    }

    private static boolean isList(String field) {
        return field.equalsIgnoreCase("data") || field.equalsIgnoreCase("value");
    }

    /// An envelope says in one way or another whether it holds all there is.
    private void checkComplete(Row envelope) {
        Integer total = envelope.number("total_records");
        total = total == null ? envelope.number("totalRecords") : total;
        boolean cut = Boolean.TRUE.equals(envelope.flag("resultTruncated"));
        for (String field : MORE) {
            cut |= envelope.text(field) != null;
        }
        if (total != null && total > rowsSeen || cut) {
            boolean link = envelope.text("nextLink") != null || envelope.text("@odata.nextLink") != null;
            told.note("incomplete, " + rowsSeen + " rows of " + (total == null ? "more" : total) + ": "
                    + (link
                            ? "the answer has a nextLink, fetch what it leads to and give that file, too"
                            : "query again with --first 1000 and --skip-token"));
        }
    }

    /// Tools stop at 100 or 1,000 rows without a word where nobody keeps the envelope.
    private void checkFull() {
        if (resourcesSeen && !enveloped && (rowsSeen == DEFAULT_ROWS || rowsSeen == PAGE_ROWS)) {
            told.note("perhaps incomplete: exactly " + rowsSeen
                    + " rows are where az graph query and Search-AzGraph stop" + " unless told otherwise");
        }
    }

    private void row(Value value) {
        rowsSeen++;
        if (value instanceof Value.Mapping(Location _, Map<String, Value> fields)
                && fields.get("value") instanceof Value.Sequence list) {
            list.items().forEach(this::row);
        } else if (value instanceof Value.Sequence list) {
            list.items().forEach(this::row);
        } else if (value instanceof Value.Mapping mapping) {
            Row row = new Row(mapping);
            resourcesSeen |= row.has("id") && row.has("type");
            rows.row(row);
        } else {
            throw value.notAccepted(RowKind.ACCEPTED);
        }
    }
}
