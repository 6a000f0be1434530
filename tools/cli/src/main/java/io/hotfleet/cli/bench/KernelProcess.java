package io.hotfleet.cli.bench;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The benchmarks' own process, which writes to this one's terminal: it needs a large heap and the optimising compiler,
/// no service.
final class KernelProcess {
    private static final String KERNEL = "io.hotfleet.benchmarks.KernelBench";
    private static final String JMH = "org.openjdk.jmh.Main";
    private static final int HEAP_MIB_MIN = 512;
    private static final int BYTES_A_MACHINE = 1_024;

    private final Path benchmarks;

    KernelProcess(Home home) {
        benchmarks = home.checkout().resolve("tools/benchmarks/target");
    }

    /// @return the process's exit code: 0 if every proof held
    int kernel(List<Integer> sizes, long seed, int threads, boolean json) {
        int largest = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> arguments =
                new ArrayList<>(List.of(Long.toString(seed), Integer.toString(threads), json ? "json" : "table"));
        sizes.forEach(size -> arguments.add(Integer.toString(size)));
        int heapMiB = HEAP_MIB_MIN + (int) ((long) largest * BYTES_A_MACHINE >> 20);
        return run(List.of("-Xmx" + heapMiB + "m", "-XX:+UseSerialGC"), KERNEL, arguments);
    }

    /// Single steps, with what they allocate.
    int jmh() {
        return run(List.of(), JMH, List.of("-prof", "gc", "-f", "1", "-wi", "3", "-w", "2", "-i", "5", "-r", "2"));
    }

    private int run(List<String> options, String main, List<String> arguments) {
        Path jar = benchmarks.resolve("benchmarks.jar");
        if (!Files.isRegularFile(jar)) {
            throw Failure.of(jar + " is missing: ./hotfleet bench builds it, unless HOTFLEET_NO_BUILD is set");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(jar + File.pathSeparator + benchmarks.resolve("lib").resolve("*"));
        command.add(main);
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw Failure.of("cannot start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted", e);
        }
    }
}
