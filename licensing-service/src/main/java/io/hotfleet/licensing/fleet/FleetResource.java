package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.Names;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets")
@Tag(name = "fleets", description = "Fleets and their clocks")
class FleetResource {
    private static final String REHEARSAL = "{\"at\": \"2024-12-31T00:00:00Z\", \"until\": \"2026-03-02T00:00:00Z\"}";
    private static final String LIVE = "{\"clock\": {\"at\": \"2025-01-14T17:50:00Z\", \"factor\": 60}}";

    private final FleetStore fleets;
    private final Clock wall;

    FleetResource(FleetStore fleets, Clock wall) {
        this.fleets = fleets;
        this.wall = wall;
    }

    @PUT
    @Path("{fleet}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set up a fleet",
            description =
                    "With `at` a rehearsal, whose time is what it is told; without, a live fleet, on the wall clock"
                            + " or, with `clock`, on one that shows `clock.at` now and runs `clock.factor` times as fast."
                            + " Repeating the call changes nothing; another clock for a known fleet is a conflict.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "rehearsal", value = REHEARSAL),
                                @ExampleObject(name = "live", value = LIVE)
                            }))
    @APIResponse(responseCode = "201", description = "Set up")
    @APIResponse(responseCode = "200", description = "Was there already, the same")
    @APIResponse(responseCode = "409", description = "Is there with another clock")
    public Uni<RestResponse<FleetDefinition>> put(@PathParam("fleet") String id, byte[] body) {
        FleetDefinition wanted = FleetDefinition.read(Names.fleet(id), JsonIn.object(body));
        return fleets.create(wanted, wall.instant())
                .flatMap(created -> created
                        ? Uni.createFrom().item(RestResponse.status(RestResponse.Status.CREATED, wanted))
                        : fleets.definition(id).map(stored -> same(stored, wanted)));
    }

    @GET
    @Path("{fleet}")
    @Operation(summary = "One fleet, as it was set up")
    public Uni<FleetDefinition> get(@PathParam("fleet") String id) {
        return fleets.definition(id);
    }

    @GET
    @Operation(summary = "All fleets, by name")
    public Uni<Page<FleetDefinition>> list(@BeanParam PageRequest paging) {
        return fleets.page(paging).map(found -> Page.of(found, paging.limit(), FleetDefinition::id));
    }

    @DELETE
    @Path("{fleet}")
    @Operation(summary = "Remove a fleet and all that is known of it", description = "204 also when it is gone.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> delete(@PathParam("fleet") String id) {
        return fleets.delete(id);
    }

    private static RestResponse<FleetDefinition> same(FleetDefinition stored, FleetDefinition wanted) {
        if (!stored.equals(wanted)) {
            throw new FleetIsOtherwise(stored);
        }
        return RestResponse.ok(stored);
    }
}
