package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.membership.MembershipService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/machines/{machine}")
@Tag(name = "Fleets")
@RunOnVirtualThread
class MachineResource {
    private final MembershipService service;
    private final FleetQueries queries;

    MachineResource(MembershipService service, FleetQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    @GET
    @Operation(summary = "Shows a machine with what its reports tell")
    public MachineView one(@PathParam("fleet") FleetId fleet, @PathParam("machine") String machine) {
        return queries.machine(fleet, machine);
    }

    @DELETE
    @Operation(
            summary = "Takes a machine out of a live fleet for good; also when it is gone",
            description =
                    "Its command is called off, its cluster goes on without its vote, rollouts count without it; its"
                            + " history stays, and its late reports are stale. Entered again, its name is a new machine's."
                            + " A rehearsal's fleet is 409.")
    public void leave(@PathParam("fleet") FleetId fleet, @PathParam("machine") String machine) {
        service.leave(fleet, machine);
    }
}
