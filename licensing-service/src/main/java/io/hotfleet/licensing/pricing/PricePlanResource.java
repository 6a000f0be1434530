package io.hotfleet.licensing.pricing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/price-plans")
@Tag(name = "costs")
class PricePlanResource {
    private final PricePlans plans;

    PricePlanResource(PricePlans plans) {
        this.plans = plans;
    }

    record Plans(List<PricePlan> items) {}

    @GET
    @Operation(summary = "The price plans and their periods")
    public Plans plans() {
        return new Plans(plans.all());
    }
}
