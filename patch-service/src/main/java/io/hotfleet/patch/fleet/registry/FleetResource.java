package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.policy.Policy;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets/{fleet}")
@Tag(name = "Fleets", description = "Fleets, their clusters and machines")
@RunOnVirtualThread
class FleetResource {
    private static final String FLEET = """
            {"strategy": "HOTPATCH", "from": "2025-01", "to": "2025-12", "seed": 1,
             "policy": {"outOfBand": "hotpatch-only", "ifRestartNeeded": "fall-back", "clusterSoakMinutes": 0},
             "assumptions": {"restart": {"seconds": 480, "fixed": true}}}""";
    private static final String MACHINES = """
            [{"machine": "web-001", "product": "windows-server-2025", "kb": "KB5048794", "eligible": true, "roles": []}]""";
    private static final String POLICY = """
            {"outOfBand": "hotpatch-only", "ifRestartNeeded": "fall-back", "clusterSoakMinutes": 30,
             "rings": [{"name": "first", "sharePercent": 5, "soakMinutes": 2880},
                       {"name": "rest", "sharePercent": 100, "soakMinutes": 0}]}""";
    private static final String FIXES = """
            [{"machine": "legacy-01"}]""";

    private final FleetService service;
    private final FleetQueries queries;
    private final FleetEditor editor;
    private final ObjectMapper json;

    FleetResource(FleetService service, FleetQueries queries, FleetEditor editor, ObjectMapper json) {
        this.service = service;
        this.queries = queries;
        this.editor = editor;
        this.json = json;
    }

    record Defined(FleetId fleet, boolean created) {}

    @PUT
    @Operation(
            summary = "Makes a fleet",
            description =
                    "Without from and to it is a live one, on the wall clock or one of its own. The same body again is a no-op,"
                            + " another one a conflict.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "a year", value = FLEET)))
    public Defined define(@PathParam("fleet") FleetId fleet, @NotNull FleetBody body) {
        return new Defined(fleet, service.define(fleet, body));
    }

    @GET
    @Operation(summary = "Shows a fleet with what it was told and its time")
    public RestResponse<FleetView> one(@PathParam("fleet") FleetId fleet) {
        return queries.fleet(fleet).answer();
    }

    @GET
    @Path("policy")
    @Operation(summary = "Shows a fleet's policy, defaults filled in")
    public RestResponse<Policy> policy(@PathParam("fleet") FleetId fleet) {
        Versioned<FleetView> shown = queries.fleet(fleet);
        return new Versioned<>(shown.value().definition().policy(), shown.version()).answer();
    }

    @PUT
    @Path("policy")
    @Operation(
            summary = "Changes a live fleet's policy",
            description = "Its coordination stays. With `If-Match` nothing is changed that somebody else has changed"
                    + " since. What nodes were told already, they end.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "two rings", value = POLICY)))
    public RestResponse<Policy> policy(
            @PathParam("fleet") FleetId fleet,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull Policy policy) {
        return editor.policy(fleet, policy, ifMatch).answer();
    }

    @DELETE
    @Operation(summary = "Removes a fleet with all its rows; also when it is gone")
    public void delete(@PathParam("fleet") FleetId fleet) {
        service.delete(fleet);
    }

    @PUT
    @Path("machines")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    @Operation(
            summary = "Enters up to 1,000 machines",
            description = "In a live fleet a machine joins its `cluster` as a further node where that does not list it,"
                    + " with a vote; in a rehearsal's fleet that is 409.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = MACHINES)))
    public ImportResult machines(
            @PathParam("fleet") FleetId fleet,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @NotNull String body) {
        return service.machines(fleet, Batch.items(body, isLines(type), json));
    }

    @PUT
    @Path("fixes")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    @Operation(summary = "Names machines that are to restart once for their fixes, before anything else")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = FIXES)))
    public ImportResult fixes(
            @PathParam("fleet") FleetId fleet,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @NotNull String body) {
        return service.fixes(fleet, Batch.items(body, isLines(type), json));
    }

    @GET
    @Path("machines")
    @Operation(
            summary = "Lists machines with what their reports tell, in order of name",
            description = "With `name` that machine alone; an empty page where the fleet does not have it.")
    public Page<MachineView> list(
            @PathParam("fleet") FleetId fleet, @RestQuery String name, @BeanParam PageRequest page) {
        return queries.machines(fleet, name, page);
    }

    static boolean isLines(String contentType) {
        return contentType != null && contentType.startsWith(Batch.NDJSON);
    }
}
