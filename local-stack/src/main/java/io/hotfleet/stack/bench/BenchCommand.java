package io.hotfleet.stack.bench;

import io.hotfleet.stack.Failure;
import io.hotfleet.stack.bench.GeneratedFleet.Shape;
import io.hotfleet.stack.console.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures on this machine.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Rehearses generated fleets over 2025 and prints time, rounds, reports a second and memory,"
                + " with the restarts and the digest as proof.",
        footer = {"", "Each fleet is run as stand-alone machines and as clusters of four in 50 windows."})
public final class BenchCommand implements Callable<Integer> {

    private static final int THOUSAND = 1_000;
    private static final int MACHINES_MAX = 100 * THOUSAND;

    @Parameters(paramLabel = "WHAT", defaultValue = "rehearsal", description = "rehearsal")
    private String what;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            defaultValue = "1k,10k,100k",
            description = "machines (${DEFAULT-VALUE})")
    private List<String> sizes;

    @Override
    public Integer call() {
        if (!what.equals("rehearsal")) {
            throw Failure.badInput("'%s' is not measured here; accepted: rehearsal".formatted(what));
        }
        List<GeneratedFleet> fleets = new ArrayList<>();
        for (String size : sizes) {
            for (Shape shape : Shape.values()) {
                fleets.add(new GeneratedFleet(machines(size), shape));
            }
        }
        return RunningStack.use(false, lease -> {
            RehearsalBench bench = new RehearsalBench(lease);
            System.out.println(RehearsalBench.HEADER);
            boolean right = true;
            for (GeneratedFleet fleet : fleets) {
                RehearsalBench.Row row = bench.run(fleet);
                System.out.println(row.shown());
                right &= row.right();
            }
            return right ? 0 : 1;
        });
    }

    private static int machines(String size) {
        try {
            int machines = size.endsWith("k")
                    ? Integer.parseInt(size.substring(0, size.length() - 1)) * THOUSAND
                    : Integer.parseInt(size);
            if (machines >= 4 && machines <= MACHINES_MAX && machines % 4 == 0) {
                return machines;
            }
        } catch (NumberFormatException e) {
            // told below, with what is accepted
        }
        throw Failure.badInput(
                "--sizes: '%s' is not a multiple of 4 between 4 and %dk".formatted(size, MACHINES_MAX / THOUSAND));
    }
}
