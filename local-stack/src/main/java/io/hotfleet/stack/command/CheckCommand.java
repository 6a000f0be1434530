package io.hotfleet.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return RunningStack.use(false, lease -> 0);
    }
}
