package io.hotfleet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.rest.Problem.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/// A service as any other.
@Path("samples")
public class SampleResource {
    private final ObjectMapper json;

    SampleResource(ObjectMapper json) {
        this.json = json;
    }

    record Sample(@NotNull Instant at, @NotNull List<@NotNull @Valid Item> items) {}

    record Item(@NotBlank String name, String unit) {}

    @POST
    public Sample take(@NotNull @Valid Sample sample) {
        return sample;
    }

    @POST
    @Path("batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    public int batch(String body) {
        List<JsonNode> items = Batch.items(body, false, json);
        return items.size();
    }

    @GET
    public Page<String> list(@BeanParam PageRequest page) {
        return new Page<>(List.of(page.after() + "|" + page.limit()), null);
    }

    @GET
    @Path("failures/{kind}")
    public String fail(@PathParam("kind") String kind) {
        throw switch (kind) {
            case "many" ->
                ProblemException.invalid(List.of(Fault.at("/a", "is wrong"), Fault.at("b", "is wrong, too")));
            case "later" -> new ProblemException(ProblemType.NODE_BUSY, "Busy.");
            case "stranger" -> new ProblemException(ProblemType.NOT_ADMITTED, "Who are you?");
            case "known" -> new IllegalStateException(SampleFailures.KNOWN);
            default -> new IllegalStateException(kind);
        };
    }
}
