package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.WrongKindOfFleet;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/fleets/{fleet}")
@Tag(name = "onboarding", description = "How live machines come into a fleet")
class TokenResource {
    private static final String EXAMPLE = "{\"label\": \"rack 7\", \"validHours\": 24, \"usesMax\": 40}";

    private final FleetStore fleets;
    private final Tokens tokens;
    private final OnboardingScript script;

    TokenResource(FleetStore fleets, Tokens tokens, OnboardingScript script) {
        this.fleets = fleets;
        this.tokens = tokens;
        this.script = script;
    }

    /// `secret` is in this answer and in no other.
    record Created(OnboardingToken.View token, String secret) {}

    @POST
    @Path("onboarding-tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a token with which machines connect",
            description = "The secret is shown this once; a hash of it is stored. Each new machine is one use.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "for a rack", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Created.class)))
    public Uni<RestResponse<Created>> create(@PathParam("fleet") FleetId fleet, TokenRequest request) {
        Secret secret = Secret.random();
        return live(fleet)
                .flatMap(live -> tokens.create(live, request, secret))
                .map(token -> new Created(token.view(), secret.text()))
                .map(created -> RestResponse.status(RestResponse.Status.CREATED, created));
    }

    @GET
    @Path("onboarding-tokens")
    @Operation(summary = "The tokens of a fleet, without their secrets")
    public Uni<Page<OnboardingToken.View>> list(@PathParam("fleet") FleetId fleet, @BeanParam PageRequest paging) {
        return fleets.require(fleet)
                .flatMap(_ -> tokens.page(fleet, paging))
                .map(found -> found.stream().map(OnboardingToken::view).toList())
                .map(views -> Page.of(views, paging.limit(), view -> view.id().toString()));
    }

    @GET
    @Path("onboarding-tokens/{id}")
    @Operation(summary = "One token, without its secret")
    @APIResponse(responseCode = "200", description = "With its entity tag")
    public Uni<RestResponse<OnboardingToken.View>> get(@PathParam("fleet") FleetId fleet, @PathParam("id") UUID id) {
        return fleets.require(fleet)
                .flatMap(_ -> tokens.require(fleet, id))
                .map(token -> new Versioned<>(token.view(), token.version).answer());
    }

    @DELETE
    @Path("onboarding-tokens/{id}")
    @Operation(summary = "Revoke a token; machines that connected with it stay")
    public Uni<Void> revoke(
            @PathParam("fleet") FleetId fleet,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return fleets.require(fleet).flatMap(_ -> tokens.revoke(fleet, id, ifMatch));
    }

    @POST
    @Path("onboarding-scripts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Make a token and the PowerShell script that connects many servers with it",
            description = "Run it on a server, or with `-ComputerName` for a list of them.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "for a rack", value = EXAMPLE)))
    public Uni<String> script(@PathParam("fleet") FleetId fleet, @Context UriInfo uri, TokenRequest request) {
        Secret secret = Secret.random();
        return live(fleet)
                .flatMap(live -> tokens.create(live, request, secret))
                .map(token -> script.text(token, secret, uri.getBaseUri()));
    }

    private Uni<Fleet.Live> live(FleetId fleet) {
        return fleets.require(fleet).map(WrongKindOfFleet::requireLive);
    }
}
