package io.hotfleet.simulator.inventory.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds the value that begins at the current token of a parser.
final class PieceReader {
    static final int VALUES_MAX = 250_000;

    private final JsonParser parser;
    private final int lineOfCell;
    private int valuesLeft;

    /// @param lineOfCell the line of every value, 0 where the parser tells it
    PieceReader(JsonParser parser, int lineOfCell) {
        this.parser = parser;
        this.lineOfCell = lineOfCell;
    }

    Value piece(Location place) throws IOException {
        valuesLeft = VALUES_MAX;
        return read(place);
    }

    int line(JsonLocation location) {
        return lineOfCell > 0 ? lineOfCell : location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private Value read(Location place) throws IOException {
        if (--valuesLeft < 0) {
            throw place.invalid("holds more than " + VALUES_MAX + " values");
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

    private Value mapping(Location place) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Location field = place.field(name, line(parser.currentTokenLocation()));
            parser.nextToken();
            if (fields.put(name, read(field)) != null) {
                throw field.invalid("is there twice");
            }
        }
        return new Value.Mapping(place, fields);
    }

    private Value sequence(Location place) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(place.item(items.size(), line(parser.currentTokenLocation()))));
        }
        return new Value.Sequence(place, items);
    }
}
