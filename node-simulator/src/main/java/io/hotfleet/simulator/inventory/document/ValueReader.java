package io.hotfleet.simulator.inventory.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.hotfleet.simulator.inventory.FleetInvalid;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/// Reads located values off a JSON or YAML stream, one piece at a time: a long list never stands in memory as a whole.
///
/// YAML aliases are refused, since a few of them can stand for billions of values.
public final class ValueReader implements AutoCloseable {
    private final String file;
    private final JsonParser parser;
    private final PieceReader pieces;

    private ValueReader(String file, Reader text, JsonFactory factory, int lineOfCell) {
        this.file = file;
        try {
            parser = factory.createParser(text);
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
        pieces = new PieceReader(parser, lineOfCell);
    }

    public static ValueReader json(TextFile file) {
        return new ValueReader(file.name(), file.reader(), Parsers.JSON, 0);
    }

    public static ValueReader yaml(TextFile file) {
        file.limitBytes(TextFile.YAML_BYTES_MAX);
        return new ValueReader(file.name(), file.reader(), Parsers.YAML, 0);
    }

    /// The value that a text inside another file spells as JSON: a cell of a table.
    public static Value json(Location cell, String text) {
        try (ValueReader reader = new ValueReader(cell.file(), new StringReader(text), Parsers.JSON, cell.line())) {
            reader.next();
            return reader.value(cell);
        }
    }

    /// The next token, null at the end.
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// The name of the field that the current token stands at.
    public String fieldName() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    public JsonToken current() {
        return parser.currentToken();
    }

    public Location place(String path) {
        return new Location(file, pieces.line(parser.currentTokenLocation()), path);
    }

    /// The whole value that begins at the current token.
    public Value value(Location place) {
        try {
            return pieces.piece(place);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private FleetInvalid failed(IOException e) {
        return e instanceof JsonProcessingException syntax
                ? Parsers.malformed(
                        new Location(file, pieces.line(syntax.getLocation()), ""),
                        parser instanceof YAMLParser ? "YAML" : "JSON",
                        syntax)
                : TextFile.unreadable(file, e);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
