package io.hotfleet.patch.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1")
@Tag(name = "Releases", description = "What the vendor has published")
class ReleaseImportResource {
    private static final String EXAMPLE = """
            [{"product": "windows-server-2025", "month": "2026-06", "releaseDate": "2026-06-09", "kind": "BASELINE",
              "kb": "KB9000001", "build": 26100, "revision": 32900, "planned": false, "restart": "ALWAYS",
              "track": "SETS", "baseline": "KB9000001", "confidence": "primary", "source": "release history"}]""";

    private final ReleaseImport imports;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    ReleaseImportResource(ReleaseImport imports, ObjectMapper json, MeterRegistry metrics) {
        this.imports = imports;
        this.json = json;
        this.metrics = metrics;
    }

    @POST
    @Path("releases")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    @Operation(
            summary = "Imports releases, all or none",
            description = "A JSON array or NDJSON of up to 1,000 rows in the form of the release data. The same content"
                    + " changes nothing; other content for a known product and KB is 409 unless replace=true.")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public Uni<ReleaseImport.Counts> importAll(
            String body, @RestQuery @DefaultValue("false") String replace, @Context HttpHeaders headers) {
        boolean lines = Batch.NDJSON.equals(
                headers.getMediaType().getType() + "/" + headers.getMediaType().getSubtype());
        List<Release> rows = ReleaseRows.read(Batch.items(body, lines, json), "");
        refuseForecasts(rows);
        return imports.run(rows, flag("replace", replace)).invoke(this::count);
    }

    @DELETE
    @Path("releases/{product}/{kb}")
    @Operation(
            summary = "Takes an import back",
            description = "A shipped row that the import had replaced returns. A shipped row itself is 409.")
    public Uni<Void> remove(
            @PathParam("product") String product,
            @PathParam("kb") String kb,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return imports.remove(product, kb, ifMatch);
    }

    /// A forecast belongs to one rehearsal; in the catalogue it would make its month known.
    private static void refuseForecasts(List<Release> rows) {
        List<Fault> faults = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).kb().startsWith(ReleaseRows.FORECAST_PREFIX))
                .mapToObj(i -> Fault.at("/" + i + "/kb", "is a forecast; only published releases are imported"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(name, "'%s' is not true or false".formatted(text));
        };
    }

    private void count(ReleaseImport.Counts counts) {
        metrics.counter("hotfleet.patch.releases.imported", "result", "created").increment(counts.created());
        metrics.counter("hotfleet.patch.releases.imported", "result", "replaced")
                .increment(counts.replaced());
        metrics.counter("hotfleet.patch.releases.imported", "result", "unchanged")
                .increment(counts.unchanged());
    }
}
