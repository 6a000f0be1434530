package io.hotfleet.simulator.fleet;

import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.upload.Uploads;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/fleets")
@Tag(name = "live fleets", description = "Fleets of simulated machines to look at and to disturb")
@RunOnVirtualThread
class FleetResource {
    private static final String FLEET = """
            {"seed": 7, "from": "2025-07-09T00:00:00Z", "clock": {"mode": "manual"},
             "policies": {"retention": "referenced", "withdrawal": "uninstall"},
             "nodes": [{"names": "web-[001-120]", "kb": "KB5062553", "shape": "core"},
               {"names": "dc-1", "shape": "domain-controller", "vbs": {"enablers": ["credential-guard"]}}],
             "events": [{"at": "2025-08-12T18:00:00Z", "offer": "KB5064010"},
               {"at": "2025-08-12T17:00:00Z", "nodes": "web-[001-120]", "sharePercent": 10, "fault": "disk-full"}]}""";
    private static final String CLOCK = """
            {"to": "2025-08-12T18:00:00Z"}""";

    private final FleetService fleets;

    FleetResource(FleetService fleets) {
        this.fleets = fleets;
    }

    @PUT
    @Path("{fleet}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a live fleet",
            description = "Its releases are copied from patch-service's catalogue once, so that its past never changes."
                    + " The same description again changes nothing. Up to 1,000,000 nodes in up to 100 groups, up to 1,000"
                    + " events. patchFleet connects it with a live fleet of patch-service.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FleetForm.class),
                            examples = @ExampleObject(name = "two groups", value = FLEET)))
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "200", description = "It was there")
    @APIResponse(responseCode = "409", description = "The name has another fleet, or there are too many")
    public Response put(@PathParam("fleet") String fleet, InputStream body) {
        boolean made = fleets.put(fleet, Uploads.json(body, FleetForm.class));
        return Response.status(made ? Response.Status.CREATED : Response.Status.OK)
                .entity(fleets.view(fleet))
                .build();
    }

    @GET
    @Operation(summary = "Lists live fleets by name")
    public Page<FleetView> list(
            @BeanParam PageRequest page, @RestQuery Optional<String> product, @RestQuery Optional<ClockMode> clock) {
        List<FleetView> found = fleets.page(page.cursor(), page.fetch(), product, clock.map(ClockMode::word));
        return Page.of(found, page.limit(), FleetView::fleet);
    }

    @GET
    @Path("{fleet}")
    @Operation(summary = "Shows a live fleet and where its clock stands")
    public FleetView get(@PathParam("fleet") String fleet) {
        return fleets.view(fleet);
    }

    @POST
    @Path("{fleet}/clock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Puts a manual clock forward",
            description = "A time that it has passed already changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClockMove.class),
                            examples = @ExampleObject(name = "to a Patch Tuesday", value = CLOCK)))
    @APIResponse(responseCode = "409", description = "The clock runs by itself")
    public FleetView clock(@PathParam("fleet") String fleet, InputStream body) {
        ClockMove move = Uploads.json(body, ClockMove.class);
        if (move.to() == null || move.to().getNano() != 0 || !move.to().isBefore(FleetDefinition.LATEST)) {
            throw ProblemException.invalid("/to", "a time on a whole second before 2100 is accepted");
        }
        fleets.putForward(fleet, move.to());
        return fleets.view(fleet);
    }

    @DELETE
    @Path("{fleet}")
    @Operation(summary = "Removes a live fleet with all that happened to it")
    @APIResponse(responseCode = "204", description = "It is gone, also if it was before")
    public void delete(@PathParam("fleet") String fleet) {
        fleets.delete(fleet);
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record ClockMove(Instant to) {}
}
