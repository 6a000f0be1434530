package io.hotfleet.patch.fleet.registry;

import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets")
@Tag(name = "Fleets")
@RunOnVirtualThread
class FleetListResource {
    private final FleetQueries queries;

    FleetListResource(FleetQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(summary = "Lists fleets in order of id", description = "What each was told is left to the fleet itself.")
    public Page<FleetView> list(@BeanParam PageRequest page) {
        return queries.fleets(page);
    }
}
