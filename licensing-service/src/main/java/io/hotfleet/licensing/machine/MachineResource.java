package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.licence.LicenceStore;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/machines")
@Tag(name = "machines", description = "Machines and what is known of them")
class MachineResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String PUT_EXAMPLE = """
            [{"machine": "sql-ag-01-1", "cluster": "sql-ag-01", "facts": {"product": "windows-server-2025",
              "edition": "datacenter", "platform": "on-premises", "vbs": "configured", "optIn": "unknown"}}]""";
    private static final String PATCH_EXAMPLE =
            "[{\"machine\": \"legacy-01\", \"at\": \"2025-01-01T00:09:00Z\", \"facts\": {\"vbs\": \"running\"}}]";

    private final Machines machines;
    private final MachineStore store;
    private final FleetStore fleets;
    private final LicenceStore licences;
    private final Clock clock;

    MachineResource(Machines machines, MachineStore store, FleetStore fleets, LicenceStore licences, Clock clock) {
        this.machines = machines;
        this.store = store;
        this.fleets = fleets;
        this.licences = licences;
        this.clock = clock;
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Operation(
            summary = "Tell up to 1,000 machines whole",
            description = "A JSON array or NDJSON. Nothing is refused for its facts, only gated. In a rehearsal facts"
                    + " hold from the fleet's `at`, in a live fleet from now. A machine's key is its name; known hardware"
                    + " under another name is a conflict.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a cluster node", value = PUT_EXAMPLE)))
    public Uni<Counts> put(@PathParam("fleet") FleetId fleet, List<MachineBody> body) {
        return machines.put(fleet, MachineBody.told(body));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Operation(
            summary = "Change facts of up to 1,000 machines, each at a minute",
            description = "Only the facts that are named change, from that minute on; without `at`, from now.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "after a restart", value = PATCH_EXAMPLE)))
    public Uni<Counts> patch(@PathParam("fleet") FleetId fleet, List<ChangeBody> body) {
        return machines.patch(fleet, body.stream().map(ChangeBody::change).toList());
    }

    @GET
    @Operation(
            summary = "The machines of a fleet with their present facts and gates",
            description = "`status` ELIGIBLE, BLOCKED or UNKNOWN; `gate` one that does not pass; `product`; `cluster`.")
    public Uni<Page<MachineView>> list(
            @PathParam("fleet") FleetId id, @BeanParam PageRequest paging, @BeanParam MachineFilter filter) {
        return store.snapshot(
                client -> fleets.require(client, id).flatMap(fleet -> page(client, fleet, paging, filter)));
    }

    @GET
    @Path("{machine}")
    @Operation(summary = "One machine: present facts and gates, and how its facts came about")
    public Uni<MachineView.History> get(@PathParam("fleet") FleetId id, @PathParam("machine") MachineId machine) {
        return store.snapshot(client -> fleets.require(client, id).flatMap(fleet -> history(client, fleet, machine)));
    }

    private Uni<MachineView.History> history(SqlClient client, Fleet fleet, MachineId name) {
        return store.find(client, fleet.id(), List.of(name))
                .flatMap(found -> views(client, fleet, found).map(views -> views.stream()
                        .findFirst()
                        .map(view -> new MachineView.History(
                                view, found.getFirst().timeline().spans()))
                        .orElseThrow(() -> new MachineNotFound(fleet.id(), List.of(name)))));
    }

    private Uni<Page<MachineView>> page(SqlClient client, Fleet fleet, PageRequest paging, MachineFilter filter) {
        Instant present = fleet.present(clock);
        Uni<List<Machine>> found = filter.isEmpty()
                ? store.page(client, fleet.id(), paging)
                : store.page(
                        client,
                        fleet.id(),
                        paging,
                        filter.cluster(),
                        timeline -> filter.accepts(timeline.at(present).facts()));
        return found.flatMap(machines -> views(client, fleet, machines))
                .map(views ->
                        Page.of(views, paging.limit(), view -> view.machine().value()));
    }

    private Uni<List<MachineView>> views(SqlClient client, Fleet fleet, List<Machine> machines) {
        Instant present = fleet.present(clock);
        List<MachineId> names = machines.stream().map(Machine::id).toList();
        return licences.find(client, fleet.id(), names).map(states -> machines.stream()
                .map(machine -> MachineView.of(machine, Optional.ofNullable(states.get(machine.id())), present))
                .toList());
    }
}
