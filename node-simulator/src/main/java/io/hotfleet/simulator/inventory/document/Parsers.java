package io.hotfleet.simulator.inventory.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.hotfleet.simulator.inventory.FleetInvalid;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The parsers with their limits, and what they complain of in one line.
final class Parsers {
    static final int DEPTH_MAX = 50;
    static final int TEXT_CHARS_MAX = 1 << 20;
    static final int NUMBER_CHARS_MAX = 100;
    static final int KEY_CHARS_MAX = 1_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH_MAX)
            .maxStringLength(TEXT_CHARS_MAX)
            .maxNumberLength(NUMBER_CHARS_MAX)
            .maxNameLength(KEY_CHARS_MAX)
            .build();

    static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();
    static final CsvFactory CSV =
            CsvFactory.builder().streamReadConstraints(LIMITS).build();
    static final YAMLFactory YAML = yaml();

    /// What a parser says of its own settings means nothing to the reader of the message.
    private static final Pattern OWN_SETTINGS = Pattern.compile(" \\(start marker.*|, from `[^`]*`");

    private Parsers() {}

    private static YAMLFactory yaml() {
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

    /// @param language JSON, YAML or CSV
    static FleetInvalid malformed(Location place, String language, JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Location problem = new Location(place.file(), yaml.getProblemMark().getLine() + 1, "");
            return problem.invalid("not YAML: " + yaml.getProblem());
        }
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        String first = message.lines().findFirst().orElse("it ends too early");
        return place.invalid(
                "not " + language + ": " + OWN_SETTINGS.matcher(first).replaceAll(""));
    }
}
