package io.hotfleet.simulator.assessment;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.report.CheckReport;
import io.hotfleet.simulator.report.CsvReport;
import io.hotfleet.simulator.report.JsonReport;
import io.hotfleet.simulator.report.TextReport;
import io.hotfleet.simulator.upload.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/checks")
@Tag(name = "checks", description = "Who can hotpatch today, and what to do for the others; stores nothing")
class CheckResource {
    private static final String EXAMPLE = """
        {"fleet": {"fleet": "contoso", "servers": [{"name": "web-[001-120]", "cores": 8},
           {"name": "legacy-[01-10]", "vbs": "configured"}]}, "at": "2025-01-01T00:00:00Z"}\
        """;
    private static final MediaType TEXT = new MediaType("text", "plain", "UTF-8");
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private final Assessor assessor;
    private final InstalledBuilds builds;
    private final Clock clock;

    CheckResource(Assessor assessor, InstalledBuilds builds, Clock clock) {
        this.assessor = assessor;
        this.builds = builds;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "text/csv"})
    @RunOnVirtualThread
    @Operation(
            summary = "Checks uploaded fleet files",
            description = "Parts: files (one or more), optionally releases, at, strict. By Accept: application/json,"
                    + " text/csv (one row a machine) or text/plain.")
    public Response checkFiles(@BeanParam CheckForm form, @Context Request request) {
        Fleet fleet = Uploads.fleet(Uploads.sources(form.files), form.strict);
        return answer(fleet, Uploads.releases(form.releases), form.at, request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "text/csv"})
    @RunOnVirtualThread
    @Operation(summary = "Checks a fleet given as JSON", description = "The fleet file is a member of the body.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "two groups of servers", value = EXAMPLE)))
    public Response checkJson(InputStream body, @Context Request request) {
        CheckJson json = Uploads.json(body, CheckJson.class);
        Fleet fleet = Uploads.fleet(Uploads.sources(json.fleet()), true);
        return answer(fleet, Uploads.accepted(json.releases()), json.at(), request);
    }

    private Response answer(Fleet read, List<Release> releases, String at, Request request) {
        Instant instant = instant(at);
        Fleet fleet = builds.recognised(read, releases);
        Assessment assessment = assessor.assess(fleet, instant, releases);
        CheckReport report = new CheckReport(
                fleet.name(),
                instant.toString(),
                fleet.machines().size(),
                fleet.clusters().size(),
                assessment.eligibility(),
                assessment.workList(),
                List.copyOf(new TreeSet<>(assessment.warnings())),
                assessment.machines());
        return rendered(report, request);
    }

    private static Response rendered(CheckReport report, Request request) {
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, TEXT, CSV).build());
        if (chosen != null && TEXT.isCompatible(chosen.getMediaType())) {
            return Response.ok(TextReport.renderCheck(report), TEXT).build();
        }
        if (chosen != null && CSV.isCompatible(chosen.getMediaType())) {
            return Response.ok(CsvReport.render(report), CSV).build();
        }
        return Response.ok(JsonReport.render(report), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Instant instant(String text) {
        if (text == null || text.isBlank()) {
            return clock.instant().truncatedTo(ChronoUnit.DAYS);
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text).truncatedTo(ChronoUnit.MINUTES)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "/at", "'" + text + "' is not accepted; 2025-11-01 or 2025-11-01T00:00:00Z are");
        }
    }
}
