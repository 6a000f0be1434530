package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.postgres.FleetClock;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/clock")
@Tag(name = "fleets")
class ClockResource {
    private final FleetStore fleets;
    private final Clock wall;

    ClockResource(FleetStore fleets, Clock wall) {
        this.fleets = fleets;
        this.wall = wall;
    }

    /// `at` is the fleet's time now, `factor` the fleet seconds that pass in a real one.
    record View(Instant at, double factor) {
        static View of(FleetClock clock, Instant real) {
            return new View(clock.at(real), clock.factor());
        }
    }

    @GET
    @Operation(summary = "A live fleet's time")
    @APIResponse(responseCode = "200", description = "What its clock shows now")
    @APIResponse(responseCode = "409", description = "The fleet is a rehearsal")
    public Uni<View> get(@PathParam("fleet") String fleet) {
        Instant real = wall.instant();
        return fleets.require(fleet).map(WrongKindOfFleet::requireLive).map(live -> View.of(live.clock(), real));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the pace of a live fleet's clock",
            description = "From now on; what the clock shows now stays. 1 is real time, 0 stands still.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "real time", value = "{\"factor\": 1}")))
    @APIResponse(responseCode = "200", description = "What its clock shows now, at the new pace")
    @APIResponse(responseCode = "409", description = "The fleet is a rehearsal")
    public Uni<View> put(@PathParam("fleet") String fleet, byte[] body) {
        double factor = read(body);
        Instant real = wall.instant();
        return fleets.pace(fleet, live -> live.clock().paced(real, factor)).map(paced -> View.of(paced, real));
    }

    private static double read(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        Optional<Double> factor = Pace.factor(request);
        if (request.value("factor").isEmpty()) {
            request.fault("factor", "is missing.");
        }
        request.end();
        request.faults().throwIfAny();
        return factor.orElseThrow();
    }
}
