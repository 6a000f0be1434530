package io.hotfleet.simulator.fleet.node;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.Vbs;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.fleet.Spelling;
import io.hotfleet.simulator.fleet.node.NodeService.Accepted;
import io.hotfleet.simulator.upload.IdempotencyKey;
import io.hotfleet.simulator.upload.Uploads;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/// Everything that can be done to a node. Each call appends to the node's log and answers with what the log has: with
/// an Idempotency-Key the same call again gives the same answer and does nothing.
@Path("/api/v1/fleets/{fleet}/nodes/{id}")
@Tag(name = "nodes")
@RunOnVirtualThread
class InputResource {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final NodeService nodes;

    InputResource(NodeService nodes) {
        this.nodes = nodes;
    }

    @POST
    @Path("updates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Offers a release to the node: a hotpatch, or a baseline or cumulative update",
            description =
                    "With the SHA-256 of a package that patch-service has, the node fetches and verifies it and hooks what"
                            + " is in it; without, what is in the release is made up.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Update.class),
                            examples = {
                                @ExampleObject(name = "a hotpatch", value = "{\"kb\": \"KB5064010\"}"),
                                @ExampleObject(
                                        name = "a hotpatch with its package",
                                        value = "{\"kb\": \"KB5064010\", \"package\":"
                                                + " \"sha256:9f86d081884c7d659a2feaa0c55ad015"
                                                + "a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
                            }))
    @APIResponse(responseCode = "202", description = "In the node's log")
    @APIResponse(responseCode = "400", description = "The fleet knows no such release of the node's product")
    public Response update(
            @PathParam("fleet") String fleet,
            @PathParam("id") String id,
            @RestHeader("Idempotency-Key") String key,
            InputStream body) {
        Update update = Uploads.json(body, Update.class);
        if (update.kb() == null) {
            throw ProblemException.invalid("/kb", "is missing; a release such as KB5064010 is accepted");
        }
        if (update.digest() != null && !DIGEST.matcher(update.digest()).matches()) {
            throw ProblemException.invalid(
                    "/package", "'" + update.digest() + "' is no digest; sha256: and 64 hex digits are accepted");
        }
        return Response.accepted(nodes.offer(fleet, id, update.kb(), update.digest(), IdempotencyKey.checked(key)))
                .build();
    }

    @POST
    @Path("faults")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lays a fault on the node, or heals one",
            description =
                    "A fault that strikes once waits for its step; disk-full, arc-disconnected, vbs-lost, slow-node,"
                            + " clock-skew, partition and the report faults last until they are healed; process-exits"
                            + " and power-loss without a step strike at once. value tells which function or process,"
                            + " the per cent of reports, how slow in per cent, how many seconds off.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FaultCall.class),
                            examples = {
                                @ExampleObject(
                                        name = "the tenth hook fails",
                                        value = "{\"fault\": \"hook-fails\", \"value\": 9}"),
                                @ExampleObject(
                                        name = "power is lost while functions are hooked",
                                        value = "{\"fault\": \"power-loss\", \"step\": \"hook\"}"),
                                @ExampleObject(
                                        name = "room on the disk again",
                                        value = "{\"fault\": \"disk-full\", \"heal\": true}")
                            }))
    @APIResponse(responseCode = "202", description = "In the node's log")
    public Response fault(
            @PathParam("fleet") String fleet,
            @PathParam("id") String id,
            @RestHeader("Idempotency-Key") String key,
            InputStream body) {
        FaultCall call = Uploads.json(body, FaultCall.class);
        Fault fault = Spelling.choice(Fault.class, call.fault(), "fault");
        boolean heal = Objects.requireNonNullElse(call.heal(), false);
        if (heal) {
            return accepted(fleet, id, InputForm.heal(fault), key);
        }
        int value = Spelling.value(fault, call.value(), call.step(), "");
        return accepted(fleet, id, InputForm.fault(fault, value), key);
    }

    @POST
    @Path("restart")
    @Operation(summary = "Restarts the node")
    @APIResponse(responseCode = "202", description = "In the node's log")
    public Response restart(
            @PathParam("fleet") String fleet, @PathParam("id") String id, @RestHeader("Idempotency-Key") String key) {
        return accepted(fleet, id, InputForm.of(InputForm.Type.RESTART), key);
    }

    @POST
    @Path("withdrawal")
    @Operation(
            summary = "Withdraws the node's hotpatch, which was found faulty",
            description = "As the fleet's policy says: uninstalled, last good baseline, restart; or a restart alone.")
    @APIResponse(responseCode = "202", description = "In the node's log")
    public Response withdraw(
            @PathParam("fleet") String fleet, @PathParam("id") String id, @RestHeader("Idempotency-Key") String key) {
        return accepted(fleet, id, InputForm.of(InputForm.Type.WITHDRAWAL), key);
    }

    @POST
    @Path("vbs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switches one of the things that ask for VBS; takes effect at the next restart")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = VbsCall.class),
                            examples = @ExampleObject(name = "on", value = "{\"enabler\": \"hvci\", \"on\": true}")))
    @APIResponse(responseCode = "202", description = "In the node's log")
    public Response vbs(
            @PathParam("fleet") String fleet,
            @PathParam("id") String id,
            @RestHeader("Idempotency-Key") String key,
            InputStream body) {
        VbsCall call = Uploads.json(body, VbsCall.class);
        if (call.on() == null) {
            throw ProblemException.invalid("/on", "is missing; true or false is accepted");
        }
        Vbs.Enabler enabler = Spelling.choice(Vbs.Enabler.class, call.enabler(), "enabler");
        return accepted(fleet, id, InputForm.vbs(enabler, call.on()), key);
    }

    @POST
    @Path("entitlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Entitles the node to hotpatches until a time; without a time takes the entitlement away")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EntitlementCall.class),
                            examples =
                                    @ExampleObject(name = "a year", value = "{\"until\": \"2026-07-01T00:00:00Z\"}")))
    @APIResponse(responseCode = "202", description = "In the node's log")
    public Response entitle(
            @PathParam("fleet") String fleet,
            @PathParam("id") String id,
            @RestHeader("Idempotency-Key") String key,
            InputStream body) {
        return accepted(
                fleet,
                id,
                InputForm.entitlement(Uploads.json(body, EntitlementCall.class).until()),
                key);
    }

    private Response accepted(String fleet, String id, InputForm input, String key) {
        Accepted accepted = nodes.accept(fleet, id, input, IdempotencyKey.checked(key));
        return Response.accepted(accepted).build();
    }

    /// @param digest of the package to verify
    @RegisterForReflection(registerFullHierarchy = true)
    record Update(
            String kb,

            @JsonProperty("package") @Schema(pattern = "sha256:[0-9a-f]{64}")
            String digest) {}

    /// @param value which function, which process, how slow, how far off; the fault tells
    /// @param step in which power is lost; at once where it is not told
    @RegisterForReflection(registerFullHierarchy = true)
    record FaultCall(String fault, Integer value, String step, Boolean heal) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record VbsCall(String enabler, Boolean on) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record EntitlementCall(Instant until) {}
}
