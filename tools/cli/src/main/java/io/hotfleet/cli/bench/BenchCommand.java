package io.hotfleet.cli.bench;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.bench.GeneratedFleet.Shape;
import io.hotfleet.cli.supervisor.RunningStack;
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
        description = "Measures on this machine, with proof beside every figure.",
        footer = {
            "",
            "rehearsal  generated fleets over 2025 through all services, as stand-alone machines and as clusters of four"
                    + " in 50 windows: time, rounds, reports a second, memory; restarts and digest as proof",
            "kernel     machines through 2025 in one process: events a second, bytes a machine, time of a detailed view;"
                    + " restarts and digest as proof, yardsticks of this machine beside them; then the promises of a rehearsal"
                    + " through all services (not with --json or --alone)",
            "jmh        single steps of the kernel under JMH, with what they allocate"
        })
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> REHEARSAL_SIZES = List.of("1k", "10k", "100k");
    private static final List<String> KERNEL_SIZES = List.of("1k", "10k", "100k", "1m");

    @Parameters(paramLabel = "WHAT", defaultValue = "rehearsal", description = "rehearsal (default), kernel or jmh")
    private String what;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "machines (1k,10k,100k; for kernel also 1m)")
    private List<String> sizes;

    @Option(names = "--seed", defaultValue = "1", description = "of kernel (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--threads", defaultValue = "2", description = "of kernel's second run (${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--json", description = "kernel prints JSON")
    private boolean json;

    @Option(names = "--alone", description = "kernel leaves away what goes through the services")
    private boolean alone;

    @Override
    public Integer call() {
        if (threads < 1) {
            throw Failure.badInput("--threads: %d is not a number from 1".formatted(threads));
        }
        return switch (what) {
            case "rehearsal" -> rehearsal(Sizes.REHEARSAL.read(sizes == null ? REHEARSAL_SIZES : sizes));
            case "kernel" -> kernel(Sizes.KERNEL.read(sizes == null ? KERNEL_SIZES : sizes));
            case "jmh" -> new KernelProcess(Home.current()).jmh();
            default ->
                throw Failure.badInput("'%s' is not measured here; accepted: rehearsal, kernel, jmh".formatted(what));
        };
    }

    private int kernel(List<Integer> machines) {
        int proven = new KernelProcess(Home.current()).kernel(machines, seed, threads, json);
        int promised = json || alone ? 0 : new PromisesBench(Home.current()).run();
        return Math.max(proven, promised);
    }

    private static int rehearsal(List<Integer> sizes) {
        List<GeneratedFleet> fleets = new ArrayList<>();
        for (int machines : sizes) {
            for (Shape shape : Shape.values()) {
                fleets.add(new GeneratedFleet(machines, shape));
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
}
