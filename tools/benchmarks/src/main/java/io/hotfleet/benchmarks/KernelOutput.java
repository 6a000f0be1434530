package io.hotfleet.benchmarks;

import java.io.PrintStream;

/// How measurements are shown, one after the other.
interface KernelOutput {
    void begin(long seed, Yardsticks yardsticks, PrintStream out);

    void row(Measured measured, PrintStream out);

    void end(PrintStream out);
}
