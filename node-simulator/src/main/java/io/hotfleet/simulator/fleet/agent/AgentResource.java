package io.hotfleet.simulator.fleet.agent;

import io.hotfleet.simulator.fleet.sharding.Shard;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/exchange")
@Tag(name = "live fleets")
@RunOnVirtualThread
class AgentResource {
    private final UpdateAgent rim;

    AgentResource(UpdateAgent rim) {
        this.rim = rim;
    }

    @POST
    @Operation(
            summary = "Exchanges reports for commands with patch-service, once",
            description =
                    "Fleets with a live clock do it by themselves; one with a manual clock is asked. The simulator"
                            + " that is asked does it for all nodes, whatever its share is.")
    @APIResponse(responseCode = "409", description = "The fleet takes no commands of patch-service")
    @APIResponse(responseCode = "502", description = "patch-service refused: its words are in the detail")
    public UpdateAgent.Exchange exchange(@PathParam("fleet") String fleet) {
        return rim.exchange(fleet, Shard.ALL);
    }
}
