package io.hotfleet.simulator.inventory.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.hotfleet.simulator.inventory.FleetInvalid;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Reads located values off a JSON or YAML stream, one piece at a time: a long list never stands in memory as a whole.
///
/// YAML aliases are refused, since a few of them can stand for billions of values.
public final class ValueReader implements AutoCloseable {
    static final int PIECE_VALUES_MAX = 250_000;
    static final int DEPTH_MAX = 50;
    static final int TEXT_CHARS_MAX = 1 << 20;

    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH_MAX)
            .maxStringLength(TEXT_CHARS_MAX)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();
    private static final YAMLFactory YAML = yamlFactory();

    private final String file;
    private final JsonParser parser;
    private int valuesLeft;
    private int lineOfCell;

    private ValueReader(String file, Reader text, JsonFactory factory) {
        this.file = file;
        try {
            parser = factory.createParser(text);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    public static ValueReader json(TextFile file) {
        return new ValueReader(file.name(), file.reader(), JSON);
    }

    /// The value that a text inside another file spells as JSON: a cell of a table.
    public static Value json(Place cell, String text) {
        try (ValueReader reader = new ValueReader(cell.file(), new StringReader(text), JSON)) {
            reader.lineOfCell = cell.line();
            reader.next();
            return reader.value(cell);
        }
    }

    public static ValueReader yaml(TextFile file) {
        file.limitBytes(TextFile.YAML_BYTES_MAX);
        return new ValueReader(file.name(), file.reader(), YAML);
    }

    private static YAMLFactory yamlFactory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) TextFile.YAML_BYTES_MAX);
        options.setNestingDepthLimit(DEPTH_MAX);
        // `vbs: off` is a word, as in YAML 1.2, and not a truth value
        return YAMLFactory.builder()
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .loaderOptions(options)
                .streamReadConstraints(LIMITS)
                .build();
    }

    /// The next token, null at the end.
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    /// The name of the field that the current token stands at.
    public String fieldName() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    public JsonToken current() {
        return parser.currentToken();
    }

    public Place place(String path) {
        return new Place(file, line(parser.currentTokenLocation()), path);
    }

    /// The whole value that begins at the current token.
    public Value value(Place place) {
        valuesLeft = PIECE_VALUES_MAX;
        try {
            return read(place);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    private Value read(Place place) throws IOException {
        if (--valuesLeft < 0) {
            throw place.invalid("holds more than " + PIECE_VALUES_MAX + " values");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw place.invalid(
                    "*" + parser.getText() + " is not accepted: YAML aliases are not read, repeat the value");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> new Value.Scalar(place, parser.getText());
            case VALUE_TRUE -> new Value.Scalar(place, true);
            case VALUE_FALSE -> new Value.Scalar(place, false);
            case VALUE_NULL -> new Value.Scalar(place, null);
            case VALUE_NUMBER_INT -> new Value.Scalar(place, integer());
            case VALUE_NUMBER_FLOAT -> new Value.Scalar(place, parser.getDoubleValue());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw place.invalid("is not a value");
        };
    }

    private Object integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> parser.getDoubleValue();
        };
    }

    private Value mapping(Place place) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Place field = place.field(name, place("").line());
            parser.nextToken();
            if (fields.put(name, read(field)) != null) {
                throw field.invalid("is there twice");
            }
        }
        return new Value.Mapping(place, fields);
    }

    private Value sequence(Place place) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(place.item(items.size(), place("").line())));
        }
        return new Value.Sequence(place, items);
    }

    private int line(JsonLocation location) {
        return lineOfCell > 0 ? lineOfCell : location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private FleetInvalid malformed(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return new Place(file, yaml.getProblemMark().getLine() + 1, "").invalid("not YAML: " + yaml.getProblem());
        }
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        int line = line(e.getLocation());
        String kind = parser instanceof YAMLParser ? "not YAML: " : "not JSON: ";
        return new Place(file, line, "")
                .invalid(kind + message.lines().findFirst().orElse("it ends too early"));
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
