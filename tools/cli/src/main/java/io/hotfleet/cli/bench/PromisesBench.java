package io.hotfleet.cli.bench;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.bench.GeneratedFleet.Shape;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.ProgressLine;
import io.hotfleet.cli.supervisor.RunningStack;
import io.hotfleet.cli.supervisor.StackLease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/// What a rehearsal promises, through the services that the kernel serves: contoso's figures to the last byte, and ten
/// thousand machines within a minute.
final class PromisesBench {

    private static final int MACHINES = 10_000;
    private static final double SECONDS_MAX = 60;
    private static final RehearsalRequest.Period PERIOD =
            new RehearsalRequest.Period(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    private static final RehearsalRequest.Options OPTIONS = new RehearsalRequest.Options(1, 100, null, false, false);

    private final Path checkout;

    PromisesBench(Home home) {
        checkout = home.checkout();
    }

    /// @return 0 if the figures are right; a time is told, and judged by who reads it
    int run() {
        return RunningStack.use(false, lease -> {
            boolean same = contoso(lease);
            System.out.printf(
                    "%nexamples/contoso.yaml through all services: its report is %s%n",
                    same
                            ? "contract/simulator/report.json, byte for byte"
                            : "ANOTHER than contract/simulator/report.json");
            RehearsalBench.Row row = new RehearsalBench(lease).run(new GeneratedFleet(MACHINES, Shape.STAND_ALONE));
            System.out.println(RehearsalBench.HEADER);
            System.out.println(row.shown());
            System.out.printf("within %.0f s: %s%n", SECONDS_MAX, row.seconds() <= SECONDS_MAX ? "yes" : "NO");
            return same && row.right() ? 0 : 1;
        });
    }

    private boolean contoso(StackLease lease) {
        ServiceClient client =
                new ServiceClient(Service.SIMULATOR.module(), lease.status().url(Service.SIMULATOR), lease.died());
        Simulator simulator = new Simulator(client);
        InputFile fleet = InputFile.of(checkout.resolve("examples/contoso.yaml").toString());
        String rehearsal = simulator.start(new RehearsalRequest(List.of(fleet), null, PERIOD, OPTIONS));
        simulator.follow(rehearsal, new ProgressLine(false)::show);
        try (InputStream report = simulator.report(rehearsal, "application/json")) {
            return Arrays.equals(
                    report.readAllBytes(), Files.readAllBytes(checkout.resolve("contract/simulator/report.json")));
        } catch (IOException e) {
            throw Failure.of("the report of contoso cannot be compared", e);
        }
    }
}
