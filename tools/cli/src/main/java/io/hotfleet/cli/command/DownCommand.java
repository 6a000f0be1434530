package io.hotfleet.cli.command;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.supervisor.Stop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Ends whatever runs.
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops PostgreSQL and the services, and clears away what a killed command left. Data is kept.")
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Messages.print(Stop.everything(Home.current()) ? "stopped" : "nothing runs");
        return 0;
    }
}
