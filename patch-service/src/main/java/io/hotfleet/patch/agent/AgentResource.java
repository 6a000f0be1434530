package io.hotfleet.patch.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.JsonFaults;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}")
@Tag(name = "Exchange", description = "Reports for commands")
@RunOnVirtualThread
class AgentResource {
    private static final String STEP = """
            {"until": "2025-02-11T18:00:00Z", "after": 17, "reports": [
              {"machine": "web-001", "seq": 1, "at": "2025-01-14T18:34:00Z", "command": 17, "kb": "KB5050009",
               "outcome": "RESTARTED", "installSeconds": 1483, "downSeconds": 480, "vbs": "running"}]}""";
    private static final String COMMANDS = """
            {"cursor": 18, "more": false, "nextBarrier": "2025-03-01T00:00:00Z", "commands": [
              {"id": 18, "machine": "sql-ag-01-1", "at": "2025-01-18T21:00:00Z", "action": "INSTALL", "kb": "KB5050009",
               "package": "CUMULATIVE", "packageDigest": null, "restart": true, "drainRoles": 1, "reason": "BASELINE"}]}""";
    private static final String REPORTS = """
            [{"machine": "web-001", "seq": 1, "at": "2025-01-14T18:34:00Z", "command": 17, "kb": "KB5050009",
              "outcome": "RESTARTED", "installSeconds": 1483, "downSeconds": 480, "vbs": "running"}]""";

    private final SyncService sync;
    private final ObjectMapper json;

    AgentResource(SyncService sync, ObjectMapper json) {
        this.sync = sync;
        this.json = json;
    }

    @POST
    @Path("steps")
    @Operation(
            summary = "Applies reports and decides everything before `until`",
            description = "Answered after commit. A repeated step changes nothing and gives the same commands again;"
                    + " `more` asks for another call with the same `until`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = STEP)))
    @APIResponse(
            responseCode = "200",
            description = "What machines shall do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncAnswer.class),
                            examples = @ExampleObject(name = "one", value = COMMANDS)))
    public SyncAnswer step(@PathParam("fleet") FleetId fleet, @NotNull SyncRequest request) {
        return sync.step(fleet, request);
    }

    @POST
    @Path("reports")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    @Operation(
            summary = "Takes up to 1,000 reports of live nodes; answered after commit",
            description = "Reports of machines that have left the fleet are stale.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one", value = REPORTS)))
    public SyncService.Taken reports(
            @PathParam("fleet") FleetId fleet,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @NotNull String body) {
        boolean lines = type != null && type.startsWith(Batch.NDJSON);
        List<ReportBody> reports = new ArrayList<>();
        for (JsonNode item : Batch.items(body, lines, json)) {
            reports.add(report(reports.size(), item));
        }
        return sync.take(fleet, reports);
    }

    private ReportBody report(int index, JsonNode item) {
        try {
            return json.treeToValue(item, ReportBody.class);
        } catch (JsonProcessingException e) {
            throw JsonFaults.inItem(index, e);
        }
    }

    @GET
    @Path("changes")
    @Operation(
            summary = "Lists open commands of a live fleet after a cursor",
            description = "List once, then watch: `next` is the cursor to ask from; it counts within the fleet.")
    public Page<CommandView> changes(@PathParam("fleet") FleetId fleet, @BeanParam PageRequest page) {
        return sync.changes(fleet, cursor(page.after()), page.limit());
    }

    private static long cursor(String after) {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("after", "'%s' is no cursor".formatted(after));
        }
    }
}
