package io.hotfleet.patch.track;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Catalogues;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.ReleaseNotFound;
import io.hotfleet.patch.catalog.ReleaseRows;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Parameters;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1")
@Tag(name = "Track", description = "Whether machines may take the next hotpatch")
class TrackResource {
    private static final String EXAMPLE = """
            {"at": "2025-11-01T00:00:00Z", "machines": [
              {"machine": "web-001", "product": "windows-server-2025", "kb": "KB5070881"},
              {"machine": "web-002", "product": "windows-server-2025", "kb": null, "eligible": true}]}""";

    private static final String ANSWERS = """
            {"items": [{"machine": "web-001", "kb": "KB5070881", "known": true, "onTrack": false, "baseline": null,
               "backOnTrack": "2026-01", "reason": "KB5070881 breaks the track until the next baseline."}]}""";

    private final Catalogues catalogues;
    private final MeterRegistry metrics;

    TrackResource(Catalogues catalogues, MeterRegistry metrics) {
        this.catalogues = catalogues;
        this.metrics = metrics;
    }

    record Answers(List<TrackAnswer> items) {}

    @POST
    @Path("track")
    @Operation(
            summary = "Tells where machines stand, by the KBs they have",
            description = "Stateless, up to 1,000 machines. Where kb is null, the newest regular release before `at`"
                    + " counts; `eligible` then tells whether the machine has taken hotpatches. `releases` overlays the"
                    + " catalogue for this question alone.")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "two", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Where they stand, in the order asked for",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Answers.class),
                            examples = @ExampleObject(name = "off track", value = ANSWERS)))
    public Uni<Answers> track(@NotNull @Valid TrackRequest request) {
        check(request);
        List<Release> overlay = ReleaseRows.overlay(request.releases(), "/releases");
        metrics.counter("hotfleet.patch.track.machines")
                .increment(request.machines().size());
        return catalogues
                .current()
                .map(catalogue -> catalogue.overlaid(overlay))
                .map(catalogue -> answers(request, catalogue));
    }

    @GET
    @Path("releases/{product}/{kb}/what-if")
    @Operation(
            summary = "Tells what happens if a machine installs this release",
            description =
                    "The effect on its track, whether it restarts, and what follows until the next baseline, compared"
                            + " with leaving it out. machineKb is what the machine has; without it, what machines on track have"
                            + " when the release appears. role may be repeated.")
    public Uni<WhatIfView> whatIf(
            @PathParam("product") String product,
            @PathParam("kb") String kb,
            @RestQuery String machineKb,
            @RestQuery Set<String> role) {
        return catalogues.current().map(catalogue -> {
            Release release = require(catalogue, product, kb);
            WhatIf question = new WhatIf(catalogue, product, release, role);
            Release machine = machineKb == null ? question.usual() : require(catalogue, product, machineKb);
            return WhatIfView.of(product, release, machine, question);
        });
    }

    private static Release require(Catalogue catalogue, String product, String kb) {
        return catalogue.find(product, kb).orElseThrow(() -> new ReleaseNotFound(product, kb));
    }

    private static Answers answers(TrackRequest request, Catalogue catalogue) {
        return new Answers(request.machines().stream()
                .map(machine -> TrackAnswer.of(machine, request.at(), catalogue))
                .toList());
    }

    private static void check(TrackRequest request) {
        Parameters.time("/at", request.at());
        List<TrackRequest.Machine> machines = request.machines();
        if (machines.size() > Batch.ITEMS_MAX) {
            throw ProblemException.tooMany(Batch.ITEMS_MAX);
        }
        if (request.releases() != null
                && !request.releases().isNull()
                && !request.releases().isArray()) {
            throw ProblemException.invalid("/releases", "must be an array");
        }
        List<Fault> faults = IntStream.range(0, machines.size())
                .filter(i -> machines.get(i).kb() == null && machines.get(i).eligible() == null)
                .mapToObj(i -> Fault.at("/machines/" + i + "/eligible", "is needed where kb is null"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
