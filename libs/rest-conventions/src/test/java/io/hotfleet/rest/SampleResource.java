package io.hotfleet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.rest.Problem.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

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

    @JsonBody
    record Order(
            @NotBlank String name,
            Integer count,
            YearMonth from,
            @NotEmpty List<@NotNull @Valid Part> items) implements BodyRules {
        @Override
        public void check(Faults faults) {
            if ("ten".equals(name) && count != null && count > 10) {
                faults.add("/count", "is more than ten.");
            }
        }
    }

    @JsonBody(key = "name")
    record Part(@NotBlank String name) {}

    @POST
    @Path("order")
    public String order(Order order) {
        return order.toString();
    }

    @POST
    @Path("parts")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
    public String parts(List<Part> parts) {
        return parts.toString();
    }

    static class Typed {
        @QueryParam("kind")
        ProblemType kind;

        @QueryParam("month")
        YearMonth month;
    }

    @GET
    @Path("typed")
    public String typed(@BeanParam Typed typed, @RestQuery("id") UUID id) {
        return typed.kind + " " + typed.month + " " + id;
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
