package io.hotfleet.cli.command;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.supervisor.OrphanReaper;
import io.hotfleet.cli.supervisor.SupervisorClient;
import java.util.Optional;
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
        Home home = Home.current();
        Optional<SupervisorClient> supervisor = SupervisorClient.find(home);
        supervisor.ifPresent(SupervisorClient::stop);
        boolean anyOrphan = OrphanReaper.reap(home);
        Messages.print(supervisor.isPresent() || anyOrphan ? "stopped" : "nothing runs");
        return 0;
    }
}
