package io.hotfleet.licensing.entitlement;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.machine.Machine;
import io.hotfleet.licensing.machine.MachineNotFound;
import io.hotfleet.licensing.machine.MachineStore;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/entitlements")
@Tag(name = "entitlements", description = "Signed lists of who may hotpatch")
class EntitlementResource {
    private final FleetStore fleets;
    private final MachineStore machines;
    private final Signer signer;
    private final Validity validity;
    private final Counter signed;

    /// How long what is signed now holds.
    @Singleton
    record Validity(TokenConfig config, Clock clock) {
        Instant until(Fleet fleet) {
            return fleet.validUntil(clock, config.liveValidity());
        }
    }

    EntitlementResource(
            FleetStore fleets, MachineStore machines, Signer signer, Validity validity, MeterRegistry meters) {
        this.fleets = fleets;
        this.machines = machines;
        this.signer = signer;
        this.validity = validity;
        this.signed = Counter.builder("hotfleet.licensing.entitlements.signed")
                .description("Machines on signed lists")
                .register(meters);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sign the entitlements of up to 1,000 machines",
            description = "Either `machines` by name or a `page` of the fleet. The signature is a compact JWS (ES256),"
                    + " its key is in the key set; the list is bound to the fleet.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "page", value = "{\"page\": {\"after\": null, \"limit\": 1000}}"),
                                @ExampleObject(name = "by name", value = "{\"machines\": [\"web-001\", \"web-002\"]}")
                            }))
    public Uni<Entitlements> sign(@PathParam("fleet") FleetId id, EntitlementRequest request) {
        return machines.snapshot(client -> fleets.require(client, id)
                .flatMap(fleet -> page(client, fleet, request).map(page -> sign(fleet, page))));
    }

    private Uni<Page<Machine>> page(SqlClient client, Fleet fleet, EntitlementRequest request) {
        return request.page() != null
                ? page(client, fleet, request.paging())
                : machines.find(client, fleet.id(), request.machines())
                        .map(found -> new Page<>(complete(fleet, request.machines(), found), null));
    }

    private Uni<Page<Machine>> page(SqlClient client, Fleet fleet, PageRequest paging) {
        return machines.page(client, fleet.id(), paging)
                .map(found ->
                        Page.of(found, paging.limit(), machine -> machine.id().value()));
    }

    private Entitlements sign(Fleet fleet, Page<Machine> page) {
        Instant now = fleet.start(validity.clock());
        Instant validUntil = validity.until(fleet);
        List<Claims.Entry> entries = Claims.entries(page.items(), fleet.present(validity.clock()));
        String jws = signer.sign(new Claims(Claims.ISSUER, fleet.id(), now, validUntil, entries));
        signed.increment(entries.size());
        return new Entitlements(jws, entries.size(), page.next());
    }

    private static List<Machine> complete(Fleet fleet, List<MachineId> asked, List<Machine> found) {
        Set<MachineId> known = found.stream().map(Machine::id).collect(Collectors.toSet());
        List<MachineId> unknown =
                asked.stream().filter(name -> !known.contains(name)).distinct().toList();
        if (!unknown.isEmpty()) {
            throw new MachineNotFound(fleet.id(), unknown);
        }
        return found;
    }
}
