package io.hotfleet.licensing.fleet;

import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
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

    private final FleetRepository fleets;
    private final Clock wall;

    FleetResource(FleetRepository fleets, Clock wall) {
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
    public Uni<RestResponse<FleetDefinition>> put(@PathParam("fleet") FleetId id, FleetBody body) {
        FleetDefinition wanted = body.of(id);
        return fleets.setUp(wanted, wall.instant()).map(set -> answer(set, wanted));
    }

    @GET
    @Path("{fleet}")
    @Operation(summary = "One fleet, as it was set up")
    @APIResponse(responseCode = "200", description = "With its entity tag")
    public Uni<RestResponse<FleetDefinition>> get(@PathParam("fleet") FleetId id) {
        return fleets.definition(id).map(Versioned::answer);
    }

    @GET
    @Operation(summary = "All fleets, by name")
    public Uni<Page<FleetDefinition>> list(@BeanParam PageRequest paging) {
        return fleets.page(paging)
                .map(found -> Page.of(found, paging.limit(), fleet -> fleet.id().value()));
    }

    @DELETE
    @Path("{fleet}")
    @Operation(
            summary = "Remove a fleet and all that is known of it",
            description = "204 also when it is gone; `If-Match` is heeded.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "412", description = "Somebody else has edited it meanwhile")
    public Uni<Void> delete(@PathParam("fleet") FleetId id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return fleets.remove(id, ifMatch);
    }

    private static RestResponse<FleetDefinition> answer(FleetRepository.SetUp set, FleetDefinition wanted) {
        if (!set.fleet().value().equals(wanted)) {
            throw new FleetIsOtherwise(set.fleet().value());
        }
        return set.fleet().answer(set.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK);
    }
}
