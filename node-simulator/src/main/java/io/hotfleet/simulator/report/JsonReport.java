package io.hotfleet.simulator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reports as JSON, the same bytes for the same report on every machine: keys as declared, decimals plain with their
/// trailing zeros, lines ended by LF, a final newline.
///
/// Store these bytes, not a tree of them: a database's JSON type would sort the keys.
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPrettyPrinter(printer())
            .build();

    private JsonReport() {}

    public static byte[] render(Report report) {
        return bytes(report);
    }

    public static byte[] render(CheckReport report) {
        return bytes(report);
    }

    /// The report that `render` made these bytes of.
    public static Report read(byte[] json) throws IOException {
        return MAPPER.readValue(json, Report.class);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return printer;
    }

    private static byte[] bytes(Object report) {
        try {
            String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
            return (json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report of records, texts and numbers has no JSON.", e);
        }
    }
}
