package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets/{fleet}/clusters")
@Tag(name = "Fleets")
@RunOnVirtualThread
class ClusterResource {
    private static final String CLUSTERS = """
            [{"cluster": "sql-ag-01", "witness": "cloud", "clusteredRoles": [{"type": "generic", "count": 2}],
              "window": {"day": "saturday", "start": "22:00", "hours": 6, "zone": "Europe/Berlin"},
              "nodes": ["sql-ag-01-1", "sql-ag-01-2"]}]""";
    private static final String WINDOW = """
            {"day": "saturday", "start": "22:00", "hours": 6, "zone": "Europe/Berlin"}""";

    private final FleetService service;
    private final FleetQueries queries;
    private final FleetEditor editor;
    private final ObjectMapper json;

    ClusterResource(FleetService service, FleetQueries queries, FleetEditor editor, ObjectMapper json) {
        this.service = service;
        this.queries = queries;
        this.editor = editor;
        this.json = json;
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    @Operation(summary = "Enters up to 1,000 clusters, before their nodes")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = CLUSTERS)))
    public ImportResult enter(
            @PathParam("fleet") FleetId fleet,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @NotNull String body) {
        return service.clusters(fleet, Batch.items(body, FleetResource.isLines(type), json));
    }

    @GET
    @Operation(summary = "Lists clusters with their nodes, votes and quorum, in order of name")
    public Page<ClusterView> list(@PathParam("fleet") FleetId fleet, @BeanParam PageRequest page) {
        return queries.clusters(fleet, page);
    }

    @GET
    @Path("{cluster}")
    @Operation(summary = "Shows a cluster with its nodes, votes and quorum")
    public RestResponse<ClusterView> one(@PathParam("fleet") FleetId fleet, @PathParam("cluster") String cluster) {
        return queries.cluster(fleet, cluster).answer();
    }

    @PUT
    @Path("{cluster}/window")
    @Operation(
            summary = "Changes the maintenance window of a live fleet's cluster",
            description = "With `If-Match` nothing is changed that somebody else has changed since.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "a night a week", value = WINDOW)))
    public RestResponse<WindowBody> window(
            @PathParam("fleet") FleetId fleet,
            @PathParam("cluster") String cluster,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull WindowBody window) {
        return editor.window(fleet, cluster, window, ifMatch).answer();
    }

    @DELETE
    @Path("{cluster}/window")
    @Operation(summary = "Lets a live fleet's cluster be updated at any time")
    public void anyTime(
            @PathParam("fleet") FleetId fleet,
            @PathParam("cluster") String cluster,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editor.window(fleet, cluster, null, ifMatch);
    }
}
