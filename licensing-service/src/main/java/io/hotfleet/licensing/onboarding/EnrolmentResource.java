package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}")
@Tag(name = "enrolment", description = "Licence and opt-in, the two switches of a live machine")
class EnrolmentResource {
    private static final String ON = "{\"enabled\": true}";

    private final Enrolments enrolments;

    EnrolmentResource(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @GET
    @Path("enrolments")
    @Operation(summary = "Both switches of a live fleet's machines")
    public Uni<Page<EnrolmentView>> list(@PathParam("fleet") FleetId fleet, @BeanParam PageRequest paging) {
        return enrolments.page(fleet, paging);
    }

    @GET
    @Path("machines/{machine}/enrolment")
    @Operation(summary = "Both switches, and the portal's word for them")
    public Uni<EnrolmentView> get(@PathParam("fleet") FleetId fleet, @PathParam("machine") MachineId machine) {
        return enrolments.get(fleet, machine);
    }

    @PUT
    @Path("machines/{machine}/licence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take the licence, or give it back",
            description = "Arrives within 5 to 10 minutes (Enabling, Disabling); fails where a gate keeps it from being"
                    + " delivered. Live fleets only: in a rehearsal facts are states.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "take", value = ON)))
    public Uni<EnrolmentView> licence(
            @PathParam("fleet") FleetId fleet, @PathParam("machine") MachineId machine, Switch body) {
        return enrolments.licence(fleet, machine, body.enabled());
    }

    @PUT
    @Path("machines/{machine}/opt-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Receive hotpatches, or pause them",
            description = "Holds at once, and leaves the licence (and its bill) as it is.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "receive", value = ON)))
    public Uni<EnrolmentView> optIn(
            @PathParam("fleet") FleetId fleet, @PathParam("machine") MachineId machine, Switch body) {
        return enrolments.optIn(fleet, machine, body.enabled());
    }
}
