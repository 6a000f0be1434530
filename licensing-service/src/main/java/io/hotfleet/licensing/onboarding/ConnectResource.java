package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/connect")
@Tag(name = "onboarding")
class ConnectResource {
    private static final String SCHEME = "Bearer ";
    private static final String EXAMPLE = """
            {"hardwareId": "4c4c4544-0051-3210-8052-b4c04f4b3332", "machine": "WEB-001",
             "facts": {"product": "windows-server-2025", "edition": "standard", "platform": "on-premises",
             "osBuild": "released", "firmware": "uefi-secure-boot", "vbs": "running", "hotPatchTable": "on",
             "arc": "connected", "subscription": "active", "updateSource": "windows-update", "cores": 16}}""";

    private final Connections connections;

    ConnectResource(Connections connections) {
        this.connections = connections;
    }

    /// `machine` is the name under which the hardware is known here.
    record Answer(FleetId fleet, MachineId machine, Verdict eligibility) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Connect a machine with an onboarding token",
            description =
                    "Idempotent by hardware id: whoever is known tells its facts anew and costs no use. `licence` and"
                            + " `optIn` are switches of the fleet's owner and no facts that a machine tells.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a server", value = EXAMPLE)))
    @APIResponse(responseCode = "201", description = "New in the fleet")
    @APIResponse(responseCode = "200", description = "Known, facts renewed")
    @APIResponse(responseCode = "401", description = "The token does not let it in")
    public Uni<RestResponse<Answer>> connect(
            @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, ConnectBody body) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new NotAdmitted();
        }
        Secret secret = new Secret(authorization.substring(SCHEME.length()).strip());
        return connections.connect(secret, body.connection()).map(ConnectResource::answer);
    }

    private static RestResponse<Answer> answer(Connections.Connected connected) {
        return RestResponse.status(
                connected.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                new Answer(connected.fleet(), connected.machine(), connected.eligibility()));
    }
}
