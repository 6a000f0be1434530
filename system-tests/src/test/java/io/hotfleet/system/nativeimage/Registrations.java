package io.hotfleet.system.nativeimage;

import io.hotfleet.system.nativeimage.BodyCalls.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/// What Quarkus will register, told from the sources: bodies of REST signatures, and what our annotations say.
final class Registrations {
    private static final String TYPES = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String RESOURCES = "io.quarkus.runtime.annotations.RegisterResources";

    /// Found by the extension of Flyway itself.
    private static final String MIGRATIONS = "db/migration/";

    private final Program program;

    private Registrations(Program program) {
        this.program = program;
    }

    /// Binary names.
    static Set<String> types(Program program) {
        Registrations registrations = new Registrations(program);
        List<Use> roots = new ArrayList<>(Signatures.of(program));
        Set<String> types = new TreeSet<>();
        program.allTypes().forEach(type -> values(type, TYPES).forEach(told -> {
            boolean hierarchy = Boolean.TRUE.equals(told.get("registerFullHierarchy"));
            for (TypeElement target : registrations.targets(type, told)) {
                if (hierarchy) {
                    roots.add(new Use(target.asType(), "@RegisterForReflection"));
                } else {
                    Program.withNested(target).map(program::binaryName).forEach(types::add);
                }
            }
        }));
        types.addAll(TypeClosure.of(program, roots.stream()).keySet());
        return types;
    }

    /// Whether a resource is one that an annotation of ours names, or the extension that reads it.
    static boolean isRegistered(Set<String> globs, String resource) {
        return resource.startsWith(MIGRATIONS)
                || globs.stream()
                        .map(glob -> glob.replace(".", "\\.").replace("*", "[^/]*"))
                        .anyMatch(resource::matches);
    }

    static Set<String> globs(Program program) {
        return program.allTypes()
                .flatMap(type -> values(type, RESOURCES))
                .flatMap(told -> many(told.get("globs")))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<TypeElement> targets(TypeElement type, Map<String, Object> told) {
        Stream<TypeElement> named =
                many(told.get("targets")).map(target -> (TypeElement) program.types.asElement((TypeMirror) target));
        List<TypeElement> targets = named.toList();
        return targets.isEmpty() ? List.of(type) : targets;
    }

    private static Stream<?> many(Object value) {
        return value instanceof List<?> values
                ? values.stream().map(each -> ((AnnotationValue) each).getValue())
                : Stream.ofNullable(value);
    }

    private static Stream<Map<String, Object>> values(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> Program.element(mirror.getAnnotationType())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .map(Registrations::values);
    }

    private static Map<String, Object> values(AnnotationMirror mirror) {
        return mirror.getElementValues().entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().getSimpleName().toString(), entry -> entry.getValue()
                                .getValue()));
    }
}
