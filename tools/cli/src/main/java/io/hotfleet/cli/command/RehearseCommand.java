package io.hotfleet.cli.command;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.output.OutputFile;
import io.hotfleet.cli.output.ProgressLine;
import io.hotfleet.cli.output.ReportOutputs;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The main job.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Plays a fleet's patch calendar with and without hotpatching and reports restarts, downtime and cost.",
        footer = {
            "",
            "The same fleet, period, seed and catalogue give the same report, byte for byte.",
            "Example: ./hotfleet rehearse examples/contoso.yaml --html report.html"
        })
final class RehearseCommand implements Callable<Integer> {

    private static final int RUNS_MAX = 10_000;

    @Parameters(
            paramLabel = "FLEET",
            arity = "1..*",
            description = "files that describe the fleet, later ones win; - for standard input")
    private List<String> fleet;

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            defaultValue = "2025-01",
            converter = MonthConverter.class,
            description = "first month (${DEFAULT-VALUE})")
    private YearMonth from;

    @Option(
            names = "--to",
            paramLabel = "MONTH",
            defaultValue = "2025-12",
            converter = MonthConverter.class,
            description = "last month (${DEFAULT-VALUE})")
    private YearMonth to;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of all draws (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "draws of a forecast (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--releases",
            paramLabel = "FILE",
            description = "further releases, for this rehearsal alone; in the form of the catalogue's own data")
    private String releases;

    @Option(
            names = "--price-plan",
            paramLabel = "NAME",
            description = "dated (the default) or it-administrator-2025-03")
    private String pricePlan;

    @Mixin
    private ReportOutputs outputs;

    @Option(names = "--detail", description = "also every machine, and every step in the history")
    private boolean detail;

    @Option(names = "--strict", description = "a file or a row that cannot be read stops the others")
    private boolean strict;

    @Mixin
    private ServerOption server;

    @Mixin
    private QuietOption quiet;

    @Override
    public Integer call() {
        server.check();
        Map<String, OutputFile> wanted = outputs.checked();
        RehearsalRequest request = request();
        server.use(quiet.on(), session -> run(session, request, wanted));
        return 0;
    }

    private void run(ServerOption.Session session, RehearsalRequest request, Map<String, OutputFile> wanted) {
        Simulator simulator = session.simulator();
        String rehearsal = simulator.start(request);
        session.ifInterrupted().accept(() -> simulator.cancel(rehearsal));
        simulator.follow(rehearsal, new ProgressLine(quiet.on())::show);
        session.ifInterrupted().accept(() -> {});
        Messages.clear();
        ReportOutputs.write(wanted, mediaType -> simulator.report(rehearsal, mediaType));
    }

    private RehearsalRequest request() {
        if (from.isAfter(to)) {
            throw Failure.badInput("--from %s is after --to %s".formatted(from, to));
        }
        if (runs < 1 || runs > RUNS_MAX) {
            throw Failure.badInput("--runs %d is not between 1 and %d".formatted(runs, RUNS_MAX));
        }
        return new RehearsalRequest(
                InputFile.all(fleet),
                releases == null ? null : InputFile.of(releases),
                new RehearsalRequest.Period(from, to),
                new RehearsalRequest.Options(seed, runs, pricePlan, detail, strict));
    }
}
