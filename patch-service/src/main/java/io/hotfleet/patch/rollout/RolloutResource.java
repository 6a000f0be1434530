package io.hotfleet.patch.rollout;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.rollout.RolloutTables.Filter;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets/{fleet}/rollouts")
@Tag(name = "Rollouts", description = "One a month and product of a live fleet")
@RunOnVirtualThread
class RolloutResource {
    private static final String HELD = """
            {"id": "2025-04-windows-server-2025", "product": "windows-server-2025", "month": "2025-04", "state": "HELD",
             "reason": "sql-c-2 is down; a node goes down only while all others are up",
             "appeared": "2025-04-08T17:00:00Z", "started": "2025-04-08T17:01:00Z", "changed": "2025-04-09T09:13:00Z",
             "machines": 3, "done": 1, "failed": 0, "heldUnits": 1, "rings": [{"ring": 0, "machines": 3, "done": 1,
             "failed": 0, "givenUp": 0, "openUnits": 1, "heldUnits": 1}]}""";

    private final RolloutService rollouts;

    RolloutResource(RolloutService rollouts) {
        this.rollouts = rollouts;
    }

    @GET
    @Operation(summary = "Lists rollouts in order of month and product")
    public Page<RolloutView> list(
            @PathParam("fleet") FleetId fleet,
            @QueryParam("state") RolloutState.Name state,
            @RestQuery String product,
            @QueryParam("month") YearMonth month,
            @BeanParam PageRequest page) {
        Filter filter = new Filter(
                page.after(), state == null ? null : state.name(), product, month == null ? null : month.toString());
        return rollouts.page(fleet, filter, page.limit());
    }

    @GET
    @Path("{rollout}")
    @Operation(summary = "Tells how far a rollout is, ring by ring")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RolloutView.class),
                            examples = @ExampleObject(name = "held", value = HELD)))
    public RestResponse<RolloutView> one(@PathParam("fleet") FleetId fleet, @PathParam("rollout") RolloutId rollout) {
        return rollouts.one(fleet, rollout).answer();
    }

    @GET
    @Path("{rollout}/units")
    @Operation(summary = "Tells how far a rollout is in each cluster and stand-alone machine, in order of name")
    public Page<UnitView> units(
            @PathParam("fleet") FleetId fleet, @PathParam("rollout") RolloutId rollout, @BeanParam PageRequest page) {
        return rollouts.units(fleet, rollout, page);
    }

    @POST
    @Path("{rollout}/pause")
    @Operation(summary = "Begins nothing new for a rollout", description = "What nodes were told already, they end.")
    public RestResponse<RolloutView> pause(
            @PathParam("fleet") FleetId fleet,
            @PathParam("rollout") RolloutId rollout,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rollouts.pause(fleet, rollout, ifMatch).answer();
    }

    @POST
    @Path("{rollout}/resume")
    @Operation(
            summary = "Goes on with a paused or stopped rollout",
            description = "The failures that there are by now do not stop it again, further ones do.")
    public RestResponse<RolloutView> resume(
            @PathParam("fleet") FleetId fleet,
            @PathParam("rollout") RolloutId rollout,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rollouts.resume(fleet, rollout, ifMatch).answer();
    }

    @POST
    @Path("{rollout}/abort")
    @Operation(summary = "Ends a rollout", description = "Machines without its release wait for the following month's.")
    public RestResponse<RolloutView> abort(
            @PathParam("fleet") FleetId fleet,
            @PathParam("rollout") RolloutId rollout,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return rollouts.abort(fleet, rollout, ifMatch).answer();
    }
}
