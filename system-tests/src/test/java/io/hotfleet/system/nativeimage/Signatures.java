package io.hotfleet.system.nativeimage;

import io.hotfleet.system.nativeimage.BodyCalls.Use;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// Bodies that the signatures of REST resources and REST clients name; Quarkus registers these by itself.
final class Signatures {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final String JSON_BODY = "io.hotfleet.rest.JsonBody";

    private Signatures() {}

    static List<Use> of(Program program) {
        return program.allTypes()
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .filter(Signatures::isEndpoint)
                .flatMap(Signatures::bodies)
                .toList();
    }

    /// What is marked as a body is one, whatever names it.
    static Stream<Use> marked(Program program) {
        return program.allTypes()
                .filter(type -> annotations(type).anyMatch(JSON_BODY::equals))
                .map(type -> new Use(type.asType(), "@JsonBody"));
    }

    private static Stream<Use> bodies(ExecutableElement method) {
        Stream<TypeMirror> bodies = method.getParameters().stream()
                .filter(parameter -> annotations(parameter).noneMatch(Signatures::isOfRest))
                .map(Element::asType);
        String by = ((TypeElement) method.getEnclosingElement()).getSimpleName() + "." + method.getSimpleName() + "()";
        return Stream.concat(bodies, Stream.of(method.getReturnType())).map(type -> new Use(type, by));
    }

    private static boolean isEndpoint(ExecutableElement method) {
        return annotations(method)
                .anyMatch(name -> name.startsWith("jakarta.ws.rs.")
                        && METHODS.contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static boolean isOfRest(String annotation) {
        return annotation.startsWith("jakarta.ws.rs.") || annotation.startsWith("org.jboss.resteasy.reactive.");
    }

    static Stream<String> annotations(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .map(type -> Program.element(type).getQualifiedName().toString());
    }
}
