package io.hotfleet.patch.fleet;

import io.hotfleet.patch.web.Page;
import io.hotfleet.patch.web.Params;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

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
    public Page<FleetView> list(@RestQuery String after, @RestQuery String limit) {
        return queries.fleets(after, Params.limit(limit));
    }
}
