package io.hotfleet.stack.command;

import io.hotfleet.stack.Home;
import io.hotfleet.stack.keeper.Keeper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What runs in the background; started by the other commands, not by people.
@Command(name = "keeper", hidden = true, description = "Holds PostgreSQL and the services for the other commands.")
final class KeeperCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PORTS", description = "database, licensing, patch, simulator")
    private String ports;

    @Override
    public Integer call() throws Exception {
        new Keeper(Home.current().prepare(), ports).run();
        return 0;
    }
}
