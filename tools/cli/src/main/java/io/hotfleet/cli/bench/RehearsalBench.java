package io.hotfleet.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.output.ProgressLine;
import io.hotfleet.cli.supervisor.StackLease;
import io.hotfleet.cli.supervisor.StackStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Runs one generated fleet after the other and measures from upload to report.
final class RehearsalBench {

    static final String HEADER = "%9s  %-13s  %8s  %7s  %10s  %-26s  %10s  %s"
            .formatted(
                    "machines", "shape", "seconds", "rounds", "reports/s", "peak MiB (L, P, S)", "restarts", "digest");

    private static final RehearsalRequest.Period PERIOD =
            new RehearsalRequest.Period(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
    private static final RehearsalRequest.Options OPTIONS = new RehearsalRequest.Options(1, 100, null, false, false);
    private static final int DIGEST_SHOWN = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StackLease lease;
    private final Simulator simulator;

    RehearsalBench(StackLease lease) {
        this.lease = lease;
        this.simulator = new Simulator(
                new ServiceClient(Service.SIMULATOR.module(), lease.status().url(Service.SIMULATOR), lease.died()));
    }

    /// @param peaks of each service since it started
    /// @param restarts of all strategies together
    record Row(
            GeneratedFleet fleet,
            double seconds,
            long rounds,
            long reports,
            String peaks,
            long restarts,
            String digest) {

        boolean right() {
            return restarts == expected();
        }

        String shown() {
            return "%9d  %-13s  %8.1f  %7d  %10.0f  %-26s  %10d  %s%s"
                    .formatted(
                            fleet.machines(),
                            fleet.shape().shown(),
                            seconds,
                            rounds,
                            reports / seconds,
                            peaks,
                            restarts,
                            digest.substring(0, Math.min(DIGEST_SHOWN, digest.length())),
                            right() ? "" : "  WRONG: %d restarts expected".formatted(expected()));
        }

        private long expected() {
            return (long) fleet.machines()
                    * (2 * GeneratedFleet.RESTARTS_HOTPATCH + GeneratedFleet.RESTARTS_CUMULATIVE);
        }
    }

    Row run(GeneratedFleet fleet) {
        Path file = fleet.write();
        try {
            long start = System.nanoTime();
            String rehearsal = simulator.start(
                    new RehearsalRequest(List.of(InputFile.of(file.toString())), null, PERIOD, OPTIONS));
            JsonNode ended = simulator.follow(rehearsal, new ProgressLine(false)::show);
            JsonNode report = report(rehearsal);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Row(
                    fleet,
                    seconds,
                    ended.path("rounds").asLong(),
                    ended.path("reports").asLong(),
                    peaks(),
                    restarts(report),
                    report.path("digest").asText().replace("sha256:", ""));
        } finally {
            delete(file);
        }
    }

    private JsonNode report(String rehearsal) {
        try (InputStream json = simulator.report(rehearsal, "application/json")) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw Failure.of("the report is not JSON", e);
        }
    }

    private static long restarts(JsonNode report) {
        return report.path("strategies")
                .valueStream()
                .mapToLong(strategy -> strategy.path("restarts").asLong())
                .sum();
    }

    private String peaks() {
        StackStatus status = lease.status();
        return Arrays.stream(Service.values())
                .map(service -> Long.toString(status.member(service).peakMiB()))
                .collect(Collectors.joining(", "));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failure.of("cannot delete " + file, e);
        }
    }
}
