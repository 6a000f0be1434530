package io.hotfleet.cli.command;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.supervisor.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What runs in the background; started by the other commands, not by people.
@Command(name = "supervisor", hidden = true, description = "Holds PostgreSQL and the services for the other commands.")
final class SupervisorCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PORTS", description = "database, licensing, patch, simulator")
    private String ports;

    @Override
    public Integer call() throws Exception {
        new Supervisor(Home.current().prepare(), ports).run();
        return 0;
    }
}
