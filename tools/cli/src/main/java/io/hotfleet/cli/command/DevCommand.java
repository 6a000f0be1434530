package io.hotfleet.cli.command;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.supervisor.Loan;
import io.hotfleet.cli.supervisor.RunningStack;
import io.hotfleet.cli.supervisor.StackLease;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// One service in Quarkus' development mode, in its place in a running stack.
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        description = "Runs a service from its sources, at its port and on its database in the stack: edit and look.",
        footer = {
            "",
            "What runs already is used (./hotfleet up), else a stack is started for as long as this command lasts.",
            "A rehearsal of examples/contoso.yaml is there to look at. When the command ends, the packaged service",
            "takes its place again."
        })
final class DevCommand implements Callable<Integer> {

    /// Set by the script: a Maven that Quarkus' development mode accepts.
    private static final String MAVEN = "hotfleet.maven";

    private static final RehearsalRequest.Period PERIOD =
            new RehearsalRequest.Period(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    private static final RehearsalRequest.Options OPTIONS = new RehearsalRequest.Options(1, 100, null, false, false);

    @Parameters(paramLabel = "SERVICE", description = "licensing-service, patch-service or node-simulator")
    private String name;

    @Parameters(paramLabel = "OPTION", arity = "0..*", index = "1..*", description = "options of Maven, after --")
    private List<String> options = List.of();

    @Override
    public Integer call() {
        Service service = Arrays.stream(Service.values())
                .filter(each -> each.module().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.badInput("'%s' is no service: %s".formatted(name, names())));
        return RunningStack.use(
                () -> PortPlan.of(OptionalInt.empty(), Map.of()), false, lease -> develop(service, lease));
    }

    private int develop(Service service, StackLease lease) {
        String rehearsal = rehearse(lease);
        try (Loan loan = lease.lend(service)) {
            Messages.print("%s is developed on %s; to look at: %s%s/report"
                    .formatted(
                            service.module(),
                            lease.status().url(service),
                            lease.status().url(Service.SIMULATOR),
                            rehearsal));
            return run(service, loan.settings());
        }
    }

    private static String rehearse(StackLease lease) {
        Simulator simulator = new Simulator(
                new ServiceClient(Service.SIMULATOR.module(), lease.status().url(Service.SIMULATOR), lease.died()));
        String fleet =
                Home.current().checkout().resolve("examples/contoso.yaml").toString();
        String rehearsal = simulator.start(new RehearsalRequest(List.of(InputFile.of(fleet)), null, PERIOD, OPTIONS));
        simulator.follow(rehearsal, _ -> {});
        return rehearsal;
    }

    private int run(Service service, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(System.getProperty(MAVEN, "mvn"), "-ntp", "-Dquick", "-pl"));
        command.addAll(List.of(service.module(), "-am", "compile", "quarkus:dev"));
        command.addAll(options);
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(Home.current().checkout().toFile())
                .inheritIO();
        maven.environment().putAll(settings);
        // the schema is Flyway's: what Hibernate would rather have is not asked
        maven.environment().put("QUARKUS_HIBERNATE_ORM_VALIDATE_IN_DEV_MODE", "false");
        try {
            return maven.start().waitFor();
        } catch (IOException e) {
            throw Failure.of("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private static String names() {
        return String.join(
                ", ", Arrays.stream(Service.values()).map(Service::module).toList());
    }
}
