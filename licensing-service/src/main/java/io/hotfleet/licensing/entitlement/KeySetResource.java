package io.hotfleet.licensing.entitlement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

@Path("/.well-known/jwks.json")
@Tag(name = "entitlements")
class KeySetResource {
    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The public keys that entitlements are signed with")
    public Uni<String> keys() {
        return keys.published().map(published -> new JsonWebKeySet(published).toJson(OutputControlLevel.PUBLIC_ONLY));
    }
}
