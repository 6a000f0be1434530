package io.hotfleet.simulator.fleet.sharding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.fleet.sharding.Simulators.Size;
import io.hotfleet.simulator.upload.Uploads;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/simulators")
@Tag(name = "simulators", description = "How many simulators share the nodes of live fleets")
@RunOnVirtualThread
class SimulatorResource {
    private static final String THREE = """
            {"replicas": 3}""";
    private static final String VIEW = """
            {"statefulSet": "node-simulator", "replicas": 3, "ready": 2, "ordinal": 1, "replicasMax": 10}""";

    private final PresentShard shares;
    private final int replicasMax;

    SimulatorResource(PresentShard shares, ShardingConfig config) {
        this.shares = shares;
        this.replicasMax = config.replicasMax();
    }

    @GET
    @Operation(
            summary = "Says how many simulators there are",
            description = "Each plays its share of the nodes of live fleets. Outside Kubernetes there is one.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulatorsView.class),
                            examples = @ExampleObject(name = "one is starting", value = VIEW)))
    @APIResponse(responseCode = "503", description = "Kubernetes does not tell: its words are in the detail")
    public SimulatorsView get() {
        return view(shares.size());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Scales the StatefulSet of the simulators",
            description =
                    "Answered when the number is wanted; `ready` tells how far it is. The same number again changes"
                            + " nothing. Only nodes of simulators that come or go move.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Scaling.class),
                            examples = @ExampleObject(name = "three", value = THREE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulatorsView.class),
                            examples = @ExampleObject(name = "one is starting", value = VIEW)))
    @APIResponse(responseCode = "400", description = "No whole number from 1 to `replicasMax`")
    @APIResponse(responseCode = "409", description = "This simulator runs in no StatefulSet")
    @APIResponse(responseCode = "503", description = "Kubernetes did not do it: its words are in the detail")
    public SimulatorsView put(InputStream body) {
        return view(shares.scale(replicas(Uploads.json(body, Scaling.class))));
    }

    private int replicas(Scaling scaling) {
        JsonNode told = scaling.replicas();
        boolean isNumber = told != null && told.isIntegralNumber() && told.canConvertToInt();
        if (!isNumber || told.intValue() < 1 || told.intValue() > replicasMax) {
            String what = told == null || told.isNull() ? "is missing" : told + " is not accepted";
            throw ProblemException.invalid("/replicas", what + "; a whole number from 1 to " + replicasMax + " is");
        }
        return told.intValue();
    }

    private SimulatorsView view(Size size) {
        int ordinal = shares.present().ordinal();
        return new SimulatorsView(
                shares.statefulSet().orElse(null), size.replicas(), size.ready(), ordinal, replicasMax);
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record Scaling(
            @Schema(type = SchemaType.INTEGER, implementation = Integer.class, minimum = "1")
            JsonNode replicas) {}

    /// @param statefulSet absent outside Kubernetes
    /// @param replicas that are wanted
    /// @param ready of these, simulators that answer
    /// @param ordinal of the simulator that answers this
    /// @param replicasMax the most that may be asked for here
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SimulatorsView(String statefulSet, int replicas, int ready, int ordinal, int replicasMax) {}
}
