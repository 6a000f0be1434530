package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.Names;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.licensing.web.Page;
import io.hotfleet.licensing.web.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
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
    private final FleetStore fleets;

    FleetResource(FleetStore fleets) {
        this.fleets = fleets;
    }

    @PUT
    @Path("{fleet}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set up a fleet",
            description = "With `at` a rehearsal that lives on its own clock, without a live fleet on the wall clock."
                    + " Repeating the call changes nothing; another clock for a known fleet is a conflict.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "rehearsal",
                                            value =
                                                    "{\"at\": \"2024-12-31T00:00:00Z\", \"until\": \"2026-03-02T00:00:00Z\"}")))
    @APIResponse(responseCode = "201", description = "Set up")
    @APIResponse(responseCode = "200", description = "Was there already, the same")
    @APIResponse(responseCode = "409", description = "Is there with another clock")
    public Uni<RestResponse<Fleet>> put(@PathParam("fleet") String id, byte[] body) {
        Fleet wanted = read(Names.fleet(id), body);
        return fleets.create(wanted)
                .flatMap(created -> created
                        ? Uni.createFrom().item(RestResponse.status(RestResponse.Status.CREATED, wanted))
                        : fleets.require(id).map(stored -> same(stored, wanted)));
    }

    @GET
    @Path("{fleet}")
    @Operation(summary = "One fleet")
    public Uni<Fleet> get(@PathParam("fleet") String id) {
        return fleets.require(id);
    }

    @GET
    @Operation(summary = "All fleets, by name")
    public Uni<Page<Fleet>> list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        Paging paging = Paging.of(after, limit);
        return fleets.page(paging).map(found -> Page.of(found, paging, Fleet::id));
    }

    @DELETE
    @Path("{fleet}")
    @Operation(summary = "Remove a fleet and all that is known of it", description = "204 also when it is gone.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> delete(@PathParam("fleet") String id) {
        return fleets.delete(id);
    }

    private static Fleet read(String id, byte[] body) {
        ObjectIn request = JsonIn.object(body);
        Optional<Instant> at = request.minute("at");
        Optional<Instant> until = request.minute("until");
        if (at.isPresent() && until.isEmpty()) {
            request.fault("until", "is needed in a rehearsal: the last minute for which entitlements hold.");
        }
        if (at.isEmpty() && until.isPresent()) {
            request.fault("until", "goes with `at`; a live fleet has neither.");
        }
        if (at.isPresent() && until.isPresent() && !until.get().isAfter(at.get())) {
            request.fault("until", "has to be later than `at`.");
        }
        request.end();
        request.faults().throwIfAny();
        return new Fleet(id, at.orElse(null), until.orElse(null));
    }

    private static RestResponse<Fleet> same(Fleet stored, Fleet wanted) {
        if (!stored.equals(wanted)) {
            throw new FleetIsOtherwise(stored);
        }
        return RestResponse.ok(stored);
    }
}
