package io.hotfleet.licensing.health;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterResources;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Gives each call the example of its answer from `answers.json`, by operation id. What is new is answered like what
/// was there already.
@RegisterResources(globs = "answers.json")
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class AnswerExamples implements OASFilter {
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Object> examples = examples();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(call -> complete(call, examples.get(call.getOperationId())));
        }
    }

    private static void complete(Operation call, Object example) {
        APIResponses responses = call.getResponses();
        APIResponse known = responses.getAPIResponse("200");
        APIResponse created = responses.getAPIResponse("201");
        if (known != null && created != null) {
            created.setContent(known.getContent());
        }
        responses.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(content -> content != null && content.hasMediaType(JSON))
                .forEach(content -> content.getMediaType(JSON).setExample(example));
    }

    private static Map<String, Object> examples() {
        try (InputStream file = AnswerExamples.class.getResourceAsStream("/answers.json")) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("answers.json", e);
        }
    }
}
