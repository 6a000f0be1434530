package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/fixes")
@Tag(name = "eligibility")
class FixResource {
    private final FleetStore fleets;
    private final MachineStore machines;
    private final Clock clock;

    FixResource(FleetStore fleets, MachineStore machines, Clock clock) {
        this.fleets = fleets;
        this.machines = machines;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The machines that are eligible after fixes, and the facts that make them so",
            description = "`now` are facts that need no restart, `atRestart` the others.")
    public Uni<Page<Fix>> fixes(@PathParam("fleet") FleetId id, @BeanParam PageRequest paging) {
        return machines.snapshot(client -> fleets.require(client, id).flatMap(fleet -> page(client, fleet, paging)));
    }

    private Uni<Page<Fix>> page(SqlClient client, Fleet fleet, PageRequest paging) {
        Instant present = fleet.present(clock);
        return machines.page(client, fleet.id(), paging, null, timeline -> verdict(timeline, present)
                        .fixable())
                .map(found ->
                        Page.of(found, paging.limit(), machine -> machine.id().value()))
                .map(page -> page.map(machine -> Fix.of(machine.id(), verdict(machine.timeline(), present))));
    }

    private static Verdict verdict(Timeline timeline, Instant present) {
        return Eligibility.decide(timeline.at(present).facts());
    }
}
