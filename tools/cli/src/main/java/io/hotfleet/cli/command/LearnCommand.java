package io.hotfleet.cli.command;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.OutputFile;
import io.hotfleet.cli.process.ServiceJvm;
import io.hotfleet.cli.supervisor.RunningStack;
import io.hotfleet.cli.supervisor.StackLease;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Makes the caches that let the services start in a third of the time. The script calls it with a home of its own,
/// and tells the supervisor by the environment that the services are to write down what they learn.
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = "Makes later starts faster by what one rehearsal teaches; done by itself after the first build.")
final class LearnCommand implements Callable<Integer> {

    private static final RehearsalRequest.Period PERIOD =
            new RehearsalRequest.Period(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    private static final RehearsalRequest.Options OPTIONS = new RehearsalRequest.Options(1, 1, null, false, false);

    @Override
    public Integer call() {
        Home home = Home.current();
        RunningStack.use(false, lease -> {
            rehearse(
                    lease,
                    InputFile.of(
                            home.checkout().resolve("examples/contoso.yaml").toString()));
            return 0;
        });
        Arrays.stream(Service.values()).parallel().forEach(service -> {
            Path log = home.log(service.module() + "-cache");
            new ServiceJvm(service.jar(home.checkout())).makeCache(log);
        });
        return 0;
    }

    private static void rehearse(StackLease lease, InputFile fleet) {
        Simulator simulator = new Simulator(
                new ServiceClient(Service.SIMULATOR.module(), lease.status().url(Service.SIMULATOR), lease.died()));
        String rehearsal = simulator.start(new RehearsalRequest(List.of(fleet), null, PERIOD, OPTIONS));
        simulator.follow(rehearsal, _ -> {});
        OutputFile.of("-").write(simulator.report(rehearsal, "text/plain"));
        OutputFile.of("-").write(simulator.check(List.of(fleet), null, false, "text/plain"));
    }
}
