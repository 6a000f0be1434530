package io.hotfleet.system.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A rehearsal over REST on the shared stack: 2025, seed 1, the dated price plan, unless told otherwise.
public record Rehearsal(
        List<InputFile> files, InputFile releases, String from, String to, long seed, String plan, boolean detail) {

    private static Simulator simulator;

    public static Rehearsal ofFiles(Path... files) {
        List<InputFile> inputs = List.of(files).stream()
                .map(file -> new InputFile(file.getFileName().toString(), file))
                .toList();
        return new Rehearsal(inputs, null, "2025-01", "2025-12", 1, null, false);
    }

    /// @param fleet text of a fleet file
    public static Rehearsal of(String fleet) {
        return ofFiles(write("fleet.yaml", fleet));
    }

    public Rehearsal from(String month) {
        return new Rehearsal(files, releases, month, to, seed, plan, detail);
    }

    public Rehearsal to(String month) {
        return new Rehearsal(files, releases, from, month, seed, plan, detail);
    }

    public Rehearsal seed(long otherSeed) {
        return new Rehearsal(files, releases, from, to, otherSeed, plan, detail);
    }

    public Rehearsal plan(String otherPlan) {
        return new Rehearsal(files, releases, from, to, seed, otherPlan, detail);
    }

    /// With a line a machine.
    public Rehearsal detailed() {
        return new Rehearsal(files, releases, from, to, seed, plan, true);
    }

    /// @param json text of a file of releases
    public Rehearsal releases(String json) {
        return new Rehearsal(
                files, new InputFile("releases.json", write("releases.json", json)), from, to, seed, plan, detail);
    }

    /// The report as JSON, as it was served.
    public String json() {
        return report("application/json");
    }

    public String report(String mediaType) {
        String path = simulator()
                .start(new RehearsalRequest(
                        files,
                        releases,
                        new RehearsalRequest.Period(YearMonth.parse(from), YearMonth.parse(to)),
                        new RehearsalRequest.Options(seed, 100, plan, detail, false)));
        simulator().follow(path, _ -> {});
        try (InputStream report = simulator().report(path, mediaType)) {
            return new String(report.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode run() {
        return Json.parse(json());
    }

    /// Restarts of one strategy.
    public static int restarts(JsonNode report, String strategy) {
        return report.path("strategies").path(strategy).path("restarts").asInt(-1);
    }

    /// Restarts of one machine under one strategy, where detail was asked for.
    public static int restarts(JsonNode report, String machine, String strategy) {
        return report.path("machinesInDetail")
                .valueStream()
                .filter(line -> line.path("name").asText().equals(machine))
                .mapToInt(line -> line.path("restarts").path(strategy).asInt(-1))
                .findFirst()
                .orElse(-1);
    }

    private static Path write(String name, String text) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "inputs")), "run");
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Simulator simulator() {
        if (simulator == null) {
            simulator = new Simulator(
                    new ServiceClient("node-simulator", SharedStack.url("node-simulator"), new CompletableFuture<>()));
        }
        return simulator;
    }
}
