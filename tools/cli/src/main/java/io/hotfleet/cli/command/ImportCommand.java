package io.hotfleet.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.Catalogue;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.supervisor.RunningStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds releases to the catalogue for good.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Adds releases to the catalogue, lastingly and all or none.",
        footer = {
            "",
            "The file is a JSON array (or .ndjson) in the form of patch-service/src/main/resources/releases.json.",
            "Known rows with the same content change nothing. For one rehearsal alone: rehearse --releases FILE."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "releases, up to 1,000; - for standard input")
    private String file;

    @Option(names = "--replace", description = "replace known releases whose content differs")
    private boolean replace;

    @Mixin
    private QuietOption quiet;

    @Override
    public Integer call() {
        InputFile releases = InputFile.of(file);
        JsonNode counts = RunningStack.use(quiet.on(), lease -> new Catalogue(
                        new ServiceClient(Service.PATCH.module(), lease.status().url(Service.PATCH), lease.died()))
                .add(releases, replace));
        System.out.printf(
                "%d added, %d replaced, %d unchanged%n",
                counts.path("created").asInt(),
                counts.path("replaced").asInt(),
                counts.path("unchanged").asInt());
        return 0;
    }
}
