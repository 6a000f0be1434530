package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.licensing.fleet.Minute;
import io.hotfleet.licensing.fleet.Name;
import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/eligibility")
@Tag(name = "eligibility", description = "Who can hotpatch, which gate fails, and what to do about it")
class EligibilityResource {
    private static final String EXAMPLE = """
            {"machines": [{"machine": "legacy-01", "facts": {"product": "windows-server-2025", "edition": "standard",
             "platform": "on-premises", "osBuild": "released", "firmware": "uefi-secure-boot", "vbs": "configured",
             "hotPatchTable": "on", "arc": "connected", "subscription": "active", "licence": "enabled",
             "optIn": true, "updateSource": "windows-update", "cores": 16}}]}""";

    private final Counter decisions;

    EligibilityResource(MeterRegistry meters) {
        decisions = Counter.builder("hotfleet.licensing.eligibility.decisions")
                .description("Machines whose gates were decided by the stateless call")
                .register(meters);
    }

    record Items(List<Item> items) {}

    record Item(String machine, @JsonUnwrapped Verdict verdict) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide the gates of up to 1,000 machines",
            description = "Stores nothing. A fact that is not told is unknown and never passes a gate.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "one server", value = EXAMPLE)))
    public Items decide(Request request) {
        decisions.increment(request.asked().size());
        return new Items(request.asked().stream().map(Asked::answer).toList());
    }

    @JsonBody
    record Request(Minute at, List<@NotNull @Valid Asked> machines) implements BodyRules {
        @Override
        public void check(Faults faults) {
            for (int index = 0; index < asked().size(); index++) {
                if (machines.get(index) != null) {
                    FactsIn.checkAll(machines.get(index).facts(), faults.under("/machines/" + index + "/facts"));
                }
            }
        }

        List<Asked> asked() {
            return machines == null ? List.of() : machines;
        }
    }

    /// The cluster is accepted, so that the items of an inventory can be asked about as they are.
    record Asked(
            @NotNull(message = "is missing.") @Name String machine,
            @Name String cluster,
            @NotNull(message = "is missing.") ObjectNode facts) {
        Item answer() {
            return new Item(machine, Eligibility.decide(FactsIn.all(facts)));
        }
    }
}
