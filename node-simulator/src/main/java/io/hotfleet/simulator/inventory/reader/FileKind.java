package io.hotfleet.simulator.inventory.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.fleetfile.FleetFile;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a file is to be read: told by its content, and only where that leaves it open by its name.
enum FileKind {
    FLEET_YAML,
    FLEET_JSON,
    /// JSON of Azure or PowerShell: objects that are recognised one by one.
    ROWS,
    CSV;

    private static final Pattern YAML_SECTION =
            Pattern.compile("(?m)^(" + String.join("|", FleetFile.SECTIONS) + ")[ \\t]*:(\\s|$)");
    private static final JsonFactory JSON = new JsonFactory();

    static FileKind of(TextFile file) {
        String head = file.head();
        String text = head.strip();
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean namedYaml = name.endsWith(".yaml") || name.endsWith(".yml");
        if (text.isEmpty()) {
            throw new FleetInvalid(file.name() + ": is empty");
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return namedYaml ? FLEET_YAML : json(text);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return ROWS;
        }
        if (namedYaml || YAML_SECTION.matcher(head).find()) {
            return FLEET_YAML;
        }
        String firstLine = text.lines().findFirst().orElse("");
        if (name.endsWith(".csv") || firstLine.matches("[^:]*[,;\\t].*")) {
            return CSV;
        }
        throw new FleetInvalid(file.name() + ":1: is none of the accepted kinds: fleet file (YAML, JSON), CSV, "
                + "JSON of Resource Graph, azcmagent show -j or PowerShell's ConvertTo-Json");
    }

    private static FileKind json(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return ROWS;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (FleetFile.SECTIONS.contains(parser.currentName())) {
                    return FLEET_JSON;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return ROWS;
        } catch (IOException e) {
            // cut off by the end of the head, or wrong: the reader of rows says where
            return ROWS;
        }
    }
}
