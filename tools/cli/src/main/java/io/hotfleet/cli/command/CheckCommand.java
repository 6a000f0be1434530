package io.hotfleet.cli.command;

import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.output.OutputFile;
import io.hotfleet.cli.output.ReportOutputs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who can hotpatch at one day, and what to do for the others.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells which machines can hotpatch, which gate keeps the others, and what to do: no calendar.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FLEET",
            arity = "1..*",
            description = "files that describe the fleet, later ones win; - for standard input")
    private List<String> fleet;

    @Option(names = "--at", paramLabel = "DATE", description = "the day to look at (today, UTC)")
    private LocalDate at;

    @Option(names = "--json", paramLabel = "FILE", description = "the result as JSON; - for standard output")
    private String json;

    @Option(names = "--csv", paramLabel = "FILE", description = "one row a machine as CSV; - for standard output")
    private String csv;

    @Option(names = "--strict", description = "a file or a row that cannot be read stops the others")
    private boolean strict;

    @Mixin
    private ServerOption server;

    @Mixin
    private QuietOption quiet;

    @Override
    public Integer call() {
        server.check();
        Map<String, OutputFile> wanted = ReportOutputs.checked(json, csv, null);
        List<InputFile> files = InputFile.all(fleet);
        server.use(
                quiet.on(),
                session -> ReportOutputs.write(
                        wanted, mediaType -> session.simulator().check(files, at, strict, mediaType)));
        return 0;
    }
}
