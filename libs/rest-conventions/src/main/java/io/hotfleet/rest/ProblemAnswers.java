package io.hotfleet.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Adds to the API's description what a problem looks like, and to each operation that it may answer with one.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemAnswers implements OASFilter {
    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addResponse(NAME, problem());
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ProblemAnswers::complete));
    }

    private static void complete(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref("#/components/responses/" + NAME));
    }

    private static APIResponse problem() {
        Schema text = of(Schema.SchemaType.STRING);
        Schema fault =
                of(Schema.SchemaType.OBJECT).properties(Map.of("pointer", text, "parameter", text, "detail", text));
        Schema schema = of(Schema.SchemaType.OBJECT)
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("errors", of(Schema.SchemaType.ARRAY).items(fault));
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457); errors names the fields and parameters at fault, if any")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema).example(example())));
    }

    private static Map<String, Object> example() {
        ProblemType type = ProblemType.INVALID;
        String detail = "'yesterday' is not accepted; expected a time such as 2025-01-14T18:00:00Z";
        return Map.of(
                "type",
                type.urn(),
                "title",
                type.title(),
                "status",
                type.status(),
                "detail",
                "/at: " + detail,
                "errors",
                List.of(Map.of("pointer", "/at", "detail", detail)));
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
