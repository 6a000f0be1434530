package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Reads bodies into records that are marked as [JsonBody], or lists of them.
///
/// A record is read again without the value that could not be, until it can: one fault after the other. No text is
/// taken for a number, and no number for a text.
@Provider
@Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON})
public class JsonBodyReader implements ServerMessageBodyReader<Object> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final Validator validator;

    JsonBodyReader(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType media) {
        return marked(generic);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return marked(generic);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext context)
            throws IOException {
        return read(generic, context.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(generic, body);
    }

    private static boolean marked(Type generic) {
        return record(generic).isAnnotationPresent(JsonBody.class);
    }

    private static Class<?> record(Type generic) {
        Type type = generic instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : generic;
        return type instanceof Class<?> record ? record : Object.class;
    }

    private Object read(Type generic, InputStream body) throws IOException {
        List<JsonNode> values = values(body);
        Faults faults = new Faults();
        Object read = generic instanceof ParameterizedType
                ? batch(record(generic), items(values), faults)
                : single(record(generic), values, faults);
        faults.throwIfAny();
        return read;
    }

    /// The JSON values of a body one after the other: one, or one a line.
    private static List<JsonNode> values(InputStream body) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(body)) {
            while (parser.nextToken() != null) {
                values.add(MAPPER.readTree(parser));
                if (values.size() > Batch.ITEMS_MAX) {
                    throw ProblemException.tooMany(Batch.ITEMS_MAX);
                }
            }
        } catch (JsonProcessingException e) {
            throw JsonFaults.of(e);
        }
        return values;
    }

    private static List<JsonNode> items(List<JsonNode> values) {
        if (values.size() != 1 || !values.getFirst().isArray()) {
            return values;
        }
        limit(values.getFirst());
        return values.getFirst().valueStream().toList();
    }

    private static void limit(JsonNode array) {
        if (array.isArray() && array.size() > Batch.ITEMS_MAX) {
            throw ProblemException.tooMany(Batch.ITEMS_MAX);
        }
    }

    private Object single(Class<?> type, List<JsonNode> values, Faults faults) {
        if (values.size() != 1) {
            throw ProblemException.invalid("", "the body has to be one JSON object.");
        }
        values.getFirst().forEach(JsonBodyReader::limit);
        return one(MAPPER.readerFor(type), values.getFirst(), faults).orElse(null);
    }

    private List<Object> batch(Class<?> type, List<JsonNode> items, Faults faults) {
        ObjectReader reader = MAPPER.readerFor(type);
        String key = type.getAnnotation(JsonBody.class).key();
        Set<JsonNode> keys = new HashSet<>();
        List<Object> read = new ArrayList<>(items.size());
        for (int index = 0; index < items.size() && faults.size() < ProblemException.FAULTS_SHOWN_MAX; index++) {
            Faults here = faults.under("/" + index);
            JsonNode item = items.get(index);
            JsonNode told = item.get(key);
            if (told != null && !keys.add(told)) {
                here.add("/" + key, "'" + told.asText() + "' is told twice in this batch.");
            }
            one(reader, item, here).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Object> one(ObjectReader reader, JsonNode node, Faults faults) {
        if (!node.isObject()) {
            faults.add("", "has to be a JSON object.");
            return Optional.empty();
        }
        Optional<Object> bound = bound(reader, node, faults);
        bound.ifPresent(value -> check(value, faults));
        return bound;
    }

    /// Each round but the last takes one value away, so it comes to an end.
    private static Optional<Object> bound(ObjectReader reader, JsonNode node, Faults faults) {
        while (faults.size() < ProblemException.FAULTS_SHOWN_MAX) {
            try {
                return Optional.of(reader.readValue(node));
            } catch (JsonMappingException e) {
                faults.add(JsonFaults.pointer(e), JsonFaults.describe(e));
                if (!removed(node, e.getPath())) {
                    return Optional.empty();
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return Optional.empty();
    }

    private static boolean removed(JsonNode root, List<JsonMappingException.Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = root;
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        JsonMappingException.Reference last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName()) != null;
            case ArrayNode array -> !array.path(last.getIndex()).isNull() && array.setNull(last.getIndex()) != null;
            default -> false;
        };
    }

    private void check(Object value, Faults faults) {
        for (ConstraintViolation<Object> violation : validator.validate(value)) {
            faults.addUnlessKnown(Violations.pointer(violation.getPropertyPath().toString()), violation.getMessage());
        }
        if (value instanceof BodyRules rules) {
            rules.check(faults);
        }
    }
}
