package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import io.hotfleet.rest.JsonBody;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets/{fleet}/clock")
@Tag(name = "fleets")
class ClockResource {
    private final FleetRepository fleets;
    private final Clock wall;

    ClockResource(FleetRepository fleets, Clock wall) {
        this.fleets = fleets;
        this.wall = wall;
    }

    /// `at` is the fleet's time now, `factor` the fleet seconds that pass in a real one.
    record View(Instant at, double factor) {
        static View of(FleetClock clock, Instant real) {
            return new View(clock.at(real), clock.factor());
        }

        RestResponse<View> tagged(int version) {
            return new Versioned<>(this, version).answer();
        }
    }

    @JsonBody
    record PaceBody(
            @NotNull(message = "is missing.") @Factor Double factor) {}

    @GET
    @Operation(summary = "A live fleet's time")
    @APIResponse(responseCode = "200", description = "What its clock shows now")
    @APIResponse(responseCode = "409", description = "The fleet is a rehearsal")
    public Uni<RestResponse<View>> get(@PathParam("fleet") FleetId fleet) {
        Instant real = wall.instant();
        return fleets.fleet(fleet).map(found -> View.of(
                        WrongKindOfFleet.requireLive(found.value()).clock(), real)
                .tagged(found.version()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the pace of a live fleet's clock",
            description = "From now on; what the clock shows now stays. 1 is real time, 0 stands still.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "real time", value = "{\"factor\": 1}")))
    @APIResponse(responseCode = "200", description = "What its clock shows now, at the new pace")
    @APIResponse(responseCode = "409", description = "The fleet is a rehearsal")
    @APIResponse(responseCode = "412", description = "Somebody else has edited the fleet meanwhile")
    public Uni<RestResponse<View>> put(
            @PathParam("fleet") FleetId fleet, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PaceBody body) {
        Instant real = wall.instant();
        return fleets.pace(fleet, ifMatch, clock -> clock.paced(real, body.factor()))
                .map(paced -> View.of(paced.value(), real).tagged(paced.version()));
    }
}
