package io.hotfleet.cli.output;

import io.hotfleet.cli.Failure;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// The forms in which a report is wanted, and where.
public final class ReportOutputs {

    @Option(names = "--json", paramLabel = "FILE", description = "the report as JSON; - for standard output")
    private String json;

    @Option(names = "--csv", paramLabel = "FILE", description = "the report as CSV; - for standard output")
    private String csv;

    @Option(names = "--html", paramLabel = "FILE", description = "the report as a page; - for standard output")
    private String html;

    public Map<String, OutputFile> checked() {
        return checked(json, csv, html);
    }

    /// Media types and places, checked before anything is started; the text goes to standard output unless another form
    /// does.
    public static Map<String, OutputFile> checked(String json, String csv, String html) {
        Map<String, OutputFile> outputs = new LinkedHashMap<>();
        put(outputs, "application/json", json);
        put(outputs, "text/csv", csv);
        put(outputs, "text/html", html);
        long onStandardOutput =
                outputs.values().stream().filter(OutputFile::standardOutput).count();
        if (onStandardOutput > 1) {
            throw Failure.badInput("only one form of the report can go to standard output");
        }
        if (onStandardOutput == 0) {
            put(outputs, "text/plain", "-");
        }
        return outputs;
    }

    public static void write(Map<String, OutputFile> outputs, Function<String, InputStream> report) {
        outputs.forEach((mediaType, output) -> output.write(report.apply(mediaType)));
    }

    private static void put(Map<String, OutputFile> outputs, String mediaType, String name) {
        if (name != null) {
            outputs.put(mediaType, OutputFile.of(name));
        }
    }
}
