package io.hotfleet.cli.command;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.supervisor.RunningStack;
import io.hotfleet.cli.supervisor.StackStatus;
import io.hotfleet.cli.supervisor.SupervisorClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the stack in the background, or what is missing of it.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts PostgreSQL and the three services in the background and prints their addresses.",
        footer = {
            "",
            "Without options a service takes its own port (8081, 8082, 8083) if that is free, else any free one.",
            "Run again it starts what has died. Ports can only be chosen when nothing runs yet."
        })
final class UpCommand implements Callable<Integer> {

    @Option(names = "--licensing-port", paramLabel = "PORT", description = "port of licensing-service")
    private Integer licensingPort;

    @Option(names = "--patch-port", paramLabel = "PORT", description = "port of patch-service")
    private Integer patchPort;

    @Option(names = "--simulator-port", paramLabel = "PORT", description = "port of node-simulator")
    private Integer simulatorPort;

    @Option(names = "--database-port", paramLabel = "PORT", description = "port of the embedded PostgreSQL")
    private Integer databasePort;

    @Mixin
    private QuietOption quiet;

    @Override
    public Integer call() {
        Optional<StackStatus> before = SupervisorClient.find(Home.current()).flatMap(SupervisorClient::status);
        if (before.isPresent()) {
            Messages.print(before.get().healthy() ? "it runs already" : "it runs already, starting what has died");
        }
        StackStatus status =
                RunningStack.use(() -> before.isPresent() ? PortPlan.anyFree() : ports(), quiet.on(), lease -> {
                    lease.pin();
                    return lease.status();
                });
        status.members().forEach(member -> System.out.printf("%-18s %s%n", member.name(), member.address()));
        return 0;
    }

    private PortPlan ports() {
        Map<Service, Integer> asked = new EnumMap<>(Service.class);
        put(asked, Service.LICENSING, licensingPort);
        put(asked, Service.PATCH, patchPort);
        put(asked, Service.SIMULATOR, simulatorPort);
        return PortPlan.of(databasePort == null ? OptionalInt.empty() : OptionalInt.of(databasePort), asked);
    }

    private static void put(Map<Service, Integer> asked, Service service, Integer port) {
        if (port != null) {
            asked.put(service, port);
        }
    }
}
