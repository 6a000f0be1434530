package io.hotfleet.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Parameters that are months, ids or constants of an enum. Left to the framework, an unreadable one would be a 404
/// without a word why.
@Provider
public class ParameterConverters implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = name(annotations);
        if (type.isEnum()) {
            return new Converter<>(name, "one of " + constants(type), text -> constant(type, text));
        }
        if (type == YearMonth.class) {
            return new Converter<>(name, "a month such as 2025-01", text -> type.cast(YearMonth.parse(text)));
        }
        return type == UUID.class ? new Converter<>(name, "an id", text -> type.cast(UUID.fromString(text))) : null;
    }

    private record Converter<T>(String name, String accepted, Function<String, T> read) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return text == null || text.isEmpty() ? null : read.apply(text);
            } catch (DateTimeException | IllegalArgumentException _) {
                throw ProblemException.invalid(name, "'" + text + "' is not " + accepted + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case RestQuery query -> query.value();
                    case QueryParam query -> query.value();
                    case RestPath path -> path.value();
                    case PathParam path -> path.value();
                    default -> "";
                })
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("parameter");
    }
}
