package io.hotfleet.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
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
            return new Converter<>(text -> Parameters.constant(name, text, type));
        }
        if (type == YearMonth.class) {
            return new Converter<>(text -> type.cast(Parameters.month(name, text)));
        }
        return type == UUID.class ? new Converter<>(text -> type.cast(Parameters.id(name, text))) : null;
    }

    private record Converter<T>(Function<String, T> read) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null || text.isEmpty() ? null : read.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
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
