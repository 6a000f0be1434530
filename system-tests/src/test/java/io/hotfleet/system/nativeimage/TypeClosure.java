package io.hotfleet.system.nativeimage;

import io.hotfleet.system.nativeimage.BodyCalls.Use;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/// The types of ours that are reached from others by what Jackson looks at: components, fields, getters, supertypes,
/// permitted and other known subtypes, type arguments, and the classes that Jackson's annotations name.
final class TypeClosure {
    private static final String JACKSON = "com.fasterxml.jackson.";
    private static final Set<ElementKind> DATA =
            Set.of(ElementKind.FIELD, ElementKind.RECORD_COMPONENT, ElementKind.ENUM_CONSTANT);

    private final Program program;
    private final List<TypeElement> all;
    private final SequencedMap<String, String> reached = new TreeMap<>();

    private TypeClosure(Program program) {
        this.program = program;
        this.all = program.allTypes().toList();
    }

    /// Binary names, each with the call or the type that it is needed by.
    static SequencedMap<String, String> of(Program program, Stream<Use> roots) {
        TypeClosure closure = new TypeClosure(program);
        roots.forEach(root -> closure.reach(root.type(), root.by()));
        return closure.reached;
    }

    private void reach(TypeMirror type, String by) {
        switch (type) {
            case ArrayType array -> reach(array.getComponentType(), by);
            case WildcardType wildcard -> {
                if (wildcard.getExtendsBound() != null) {
                    reach(wildcard.getExtendsBound(), by);
                }
            }
            case DeclaredType declared -> {
                declared.getTypeArguments().forEach(argument -> reach(argument, by));
                reach(Program.element(declared), by);
            }
            default -> {}
        }
    }

    private void reach(TypeElement type, String by) {
        String name = program.binaryName(type);
        if (!program.isOurs(type) || type.getKind() == ElementKind.ANNOTATION_TYPE || reached.containsKey(name)) {
            return;
        }
        reached.put(name, by);
        String through = type.getSimpleName() + " ← " + by;
        program.types.directSupertypes(type.asType()).forEach(above -> reach(above, through));
        all.stream().filter(below -> isBelow(below, type)).forEach(below -> reach(below, through));
        named(type).forEach(used -> reach(used, through));
        for (Element member : type.getEnclosedElements()) {
            named(member).forEach(used -> reach(used, through));
            if (isData(member)) {
                reach(member instanceof ExecutableElement getter ? getter.getReturnType() : member.asType(), through);
            }
        }
    }

    private boolean isBelow(TypeElement below, TypeElement above) {
        return program.types.directSupertypes(below.asType()).stream()
                .anyMatch(type -> Program.element((DeclaredType) type).equals(above));
    }

    private static boolean isData(Element member) {
        if (member.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        return DATA.contains(member.getKind())
                || member instanceof ExecutableElement method
                        && method.getParameters().isEmpty()
                        && (method.getSimpleName().toString().matches("(get|is)[A-Z].*")
                                || Signatures.annotations(method).anyMatch(name -> name.startsWith(JACKSON)));
    }

    /// Serializers, converters, builders, subtypes: every class that an annotation of Jackson's names.
    private static Stream<TypeMirror> named(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(annotation -> Program.element(annotation.getAnnotationType())
                        .getQualifiedName()
                        .toString()
                        .startsWith(JACKSON))
                .flatMap(TypeClosure::classes);
    }

    private static Stream<TypeMirror> classes(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream().flatMap(TypeClosure::classes);
    }

    private static Stream<TypeMirror> classes(AnnotationValue value) {
        return switch (value.getValue()) {
            case TypeMirror type -> Stream.of(type);
            case AnnotationMirror nested -> classes(nested);
            case List<?> many -> many.stream().map(AnnotationValue.class::cast).flatMap(TypeClosure::classes);
            default -> Stream.empty();
        };
    }
}
