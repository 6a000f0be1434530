package io.hotfleet.patch.fleet;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}")
@Tag(name = "Live fleets", description = "Clocks and heartbeats")
@RunOnVirtualThread
class LiveFleetResource {
    private static final String BEATS = """
            [{"machine": "sql-c-1"}, {"machine": "sql-c-3"}]""";
    private static final String PACE = """
            {"factor": 58400}""";
    private static final String CLOCK = """
            {"at": "2025-04-08T17:00:00Z", "factor": 58400}""";

    private final LiveFleetService service;

    LiveFleetResource(LiveFleetService service) {
        this.service = service;
    }

    /// A machine that lives.
    record Beat(@NotNull String machine) {}

    record Heard(int received) {}

    /// @param factor fleet seconds that pass in a real one
    record Pace(@NotNull Double factor) {}

    /// @param at the fleet's time now
    record ClockView(Instant at, double factor) {}

    @POST
    @Path("heartbeats")
    @Operation(
            summary = "Notes that up to 1,000 machines live",
            description =
                    "A report is a sign of life, too. In a fleet with `heartbeatSeconds` a machine that gives none"
                            + " for so many real seconds is down; one that has a command to answer, after"
                            + " `rebootTimeoutSeconds` (900 unless told). Where the fleet does not have one of them, the"
                            + " others are noted, and the answer is 422 and names it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "two", value = BEATS)))
    public Heard heartbeats(@PathParam("fleet") FleetId fleet, @NotNull List<@NotNull @Valid Beat> beats) {
        return new Heard(service.heard(fleet, beats.stream().map(Beat::machine).toList()));
    }

    @GET
    @Path("clock")
    @Operation(summary = "Tells a live fleet's time")
    @APIResponse(
            responseCode = "200",
            description = "The time and its pace",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClockView.class),
                            examples = @ExampleObject(name = "a year in nine minutes", value = CLOCK)))
    public ClockView clock(@PathParam("fleet") FleetId fleet) {
        return service.clock(fleet);
    }

    @PUT
    @Path("clock")
    @Operation(
            summary = "Changes the pace of a live fleet's clock",
            description = "From now on; what the clock shows now stays. 1 is real time, 0 stands still.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "a year in nine minutes", value = PACE)))
    @APIResponse(
            responseCode = "200",
            description = "The time and its new pace",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClockView.class),
                            examples = @ExampleObject(name = "a year in nine minutes", value = CLOCK)))
    public ClockView pace(@PathParam("fleet") FleetId fleet, @NotNull Pace pace) {
        return service.pace(fleet, pace.factor());
    }
}
