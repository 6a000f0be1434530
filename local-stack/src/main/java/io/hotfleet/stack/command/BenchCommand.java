package io.hotfleet.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return RunningStack.use(false, lease -> 0);
    }
}
