package io.hotfleet.patch.outcome;

import io.hotfleet.patch.fleet.FleetId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/summary")
@Tag(name = "Fleets")
@RunOnVirtualThread
class SummaryResource {
    private final SummaryService summaries;

    SummaryResource(SummaryService summaries) {
        this.summaries = summaries;
    }

    @GET
    @Operation(
            summary = "Sums a fleet up",
            description = "Restarts, downtime, exposure, moves of roles and quorum, by month, product and cluster.")
    public FleetSummary summary(@PathParam("fleet") FleetId fleet) {
        return summaries.of(fleet);
    }
}
