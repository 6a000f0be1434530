package io.hotfleet.simulator.rehearsal;

import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.simulator.rehearsal.request.RehearsalForm;
import io.hotfleet.simulator.rehearsal.request.RehearsalJson;
import io.hotfleet.simulator.rehearsal.request.RehearsalParameters;
import io.hotfleet.simulator.rehearsal.request.RehearsalRequest;
import io.hotfleet.simulator.upload.IdempotencyKey;
import io.hotfleet.simulator.upload.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

@Path("/api/v1/rehearsals")
@Tag(name = "rehearsals", description = "Plays the patching of a fleet over a period, under three strategies")
class RehearsalResource {
    private static final String EXAMPLE = """
            {"fleet": {"fleet": "contoso", "servers": [{"name": "web-[001-120]", "edition": "standard", "cores": 8},
               {"name": "legacy-[01-10]", "vbs": "configured"}]},
             "from": "2025-01", "to": "2025-12", "seed": 1, "pricePlan": "dated", "runs": 100, "detail": false}""";

    private final Rehearsals rehearsals;
    private final RehearsalStore store;
    private final ProgressStream progress;

    RehearsalResource(Rehearsals rehearsals, RehearsalStore store, ProgressStream progress) {
        this.rehearsals = rehearsals;
        this.store = store;
        this.progress = progress;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Begins a rehearsal of uploaded fleet files",
            description = "Parts: files (one or more; their names matter), optionally releases (further releases in the"
                    + " form of the release data), from, to, seed, pricePlan, runs, detail, strict. With an Idempotency-Key the"
                    + " same request begins one rehearsal, however often it is sent.")
    @APIResponse(responseCode = "202", description = "Begun; Location tells where to look")
    @APIResponse(responseCode = "400", description = "Not valid: the detail says where and what is accepted")
    @APIResponse(responseCode = "503", description = "As many rehearsals as may be are under way")
    public Response beginWithFiles(
            @BeanParam RehearsalForm form, @RestHeader("Idempotency-Key") String idempotencyKey) {
        return begin(new RehearsalRequest(
                Uploads.sources(form.files),
                Uploads.releases(form.releases),
                RehearsalParameters.of(form),
                IdempotencyKey.checked(idempotencyKey),
                form.strict));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Begins a rehearsal of a fleet given as JSON",
            description = "The same with the fleet file as a member of the body, up to 16 MiB.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Object.class),
                            examples = @ExampleObject(name = "two groups of servers", value = EXAMPLE)))
    @APIResponse(responseCode = "202", description = "Begun; Location tells where to look")
    public Response beginWithJson(InputStream body, @RestHeader("Idempotency-Key") String idempotencyKey) {
        RehearsalJson json = Uploads.json(body, RehearsalJson.class);
        return begin(new RehearsalRequest(
                Uploads.sources(json.fleet()),
                Uploads.accepted(json.releases()),
                RehearsalParameters.of(json),
                IdempotencyKey.checked(idempotencyKey)));
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Lists rehearsals, the newest first")
    public Page<RehearsalView> list(@BeanParam PageRequest page) {
        List<StoredRehearsal> found = store.page(page.cursor(), page.fetch());
        return Page.of(found, page.limit(), StoredRehearsal::id).map(rehearsals::view);
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "Tells where a rehearsal stands, and how far a running one is")
    public RehearsalView get(@PathParam("id") String id) {
        return rehearsals.require(id);
    }

    @GET
    @Path("{id}/events")
    @RunOnVirtualThread
    @Operation(
            summary = "Tells the progress while it runs, as server-sent events",
            description = "Events named progress, at least one each second; the last one is named end.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = ProgressStream.MEDIA_TYPE))
    public Response events(@PathParam("id") String id) {
        rehearsals.require(id);
        return Response.ok(progress.of(id), ProgressStream.MEDIA_TYPE).build();
    }

    @GET
    @Path("{id}/report")
    @RunOnVirtualThread
    @Produces({
        MediaType.APPLICATION_JSON,
        ReportFormat.CSV,
        MediaType.TEXT_HTML + ";charset=UTF-8",
        MediaType.TEXT_PLAIN + ";charset=UTF-8"
    })
    @Operation(
            summary = "Shows the report of a rehearsal that is done",
            description = "By Accept: application/json (the same bytes for the same rehearsal), text/csv, text/html,"
                    + " text/plain.")
    public Response report(@PathParam("id") String id, @Context Request request) {
        return ReportFormat.negotiate(request).answer(rehearsals.report(id));
    }

    @DELETE
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "Cancels a rehearsal that is under way, removes one that has ended")
    @APIResponse(responseCode = "204", description = "Done; a running rehearsal stops within one exchange")
    public void remove(@PathParam("id") String id) {
        rehearsals.remove(id);
    }

    private Response begin(RehearsalRequest request) {
        String id = rehearsals.start(request);
        return Response.accepted(rehearsals.require(id))
                .location(URI.create("/api/v1/rehearsals/" + id))
                .build();
    }
}
