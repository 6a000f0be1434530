package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
    public Items decide(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        request.minute("at");
        List<Asked> asked = request.items("machines").stream().map(Asked::of).toList();
        request.end();
        request.faults().throwIfAny();

        decisions.increment(asked.size());
        return new Items(asked.stream().map(Asked::answer).toList());
    }

    private record Asked(String machine, Facts facts) {
        /// The cluster is accepted, so that the items of an inventory can be asked about as they are.
        static Asked of(ObjectIn item) {
            String machine = item.requiredName("machine");
            item.name("cluster");
            Facts facts = FactsIn.all(item, "facts");
            item.end();
            return new Asked(machine, facts);
        }

        Item answer() {
            return new Item(machine, Eligibility.decide(facts));
        }
    }
}
