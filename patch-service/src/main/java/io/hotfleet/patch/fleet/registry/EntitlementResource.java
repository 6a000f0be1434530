package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.entitlement.EntitlementVerifier;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

@Path("/api/v1/fleets/{fleet}/entitlements")
@Tag(name = "Fleets")
@RunOnVirtualThread
class EntitlementResource {
    private static final String EXAMPLE = """
            {"jws": "eyJraWQiOiIuLi4ifQ.e30.c2ln"}""";

    private final EntitlementVerifier verifier;
    private final EntitlementService service;
    private final FleetQueries queries;

    EntitlementResource(EntitlementVerifier verifier, EntitlementService service, FleetQueries queries) {
        this.verifier = verifier;
        this.service = service;
        this.queries = queries;
    }

    record Signed(@NotBlank String jws) {}

    @GET
    @Operation(summary = "Lists what machines are entitled to, in order of name")
    public Page<EntitlementView> list(@PathParam("fleet") FleetId fleet, @BeanParam PageRequest page) {
        return queries.entitlements(fleet, page);
    }

    @PUT
    @Operation(
            summary = "Takes a list that licensing-service has signed for this fleet",
            description =
                    "Verified with the published keys. A list for another fleet, or a changed one, is refused whole.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public EntitlementService.Kept put(@PathParam("fleet") FleetId fleet, @NotNull @Valid Signed signed) {
        return service.enter(fleet, verifier.verified(fleet.value(), signed.jws()));
    }
}
