package io.hotfleet.patch.entitlement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What this service asks licensing-service for. It is asked again where it does not answer, or says that it cannot
/// now, for as long as a caller may wait.
@RegisterRestClient(configKey = "licensing")
interface LicensingApi {
    @GET
    @Path("/.well-known/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Retry(
            maxRetries = 2,
            delay = 200,
            jitter = 100,
            maxDuration = 5,
            durationUnit = ChronoUnit.SECONDS,
            retryOn = {ProcessingException.class, WebApplicationException.class})
    String keys();
}
