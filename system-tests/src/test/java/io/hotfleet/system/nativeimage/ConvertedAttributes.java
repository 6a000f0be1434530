package io.hotfleet.system.nativeimage;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/// Attributes behind a converter of ours that do not say they are immutable: to find out whether one was
/// changed, Hibernate copies it by serialising it, which a native executable cannot.
final class ConvertedAttributes {
    private static final String CONVERTER = "jakarta.persistence.AttributeConverter";
    private static final Set<String> IMMUTABLE =
            Set.of("org.hibernate.annotations.Immutable", "org.hibernate.annotations.Mutability");

    private ConvertedAttributes() {}

    static Set<String> serialised(Program program) {
        Set<String> found = program.allTypes()
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(member -> says(member, "jakarta.persistence.Convert"))
                .filter(member -> IMMUTABLE.stream().noneMatch(name -> says(member, name)))
                .map(member -> ((TypeElement) member.getEnclosingElement()).getQualifiedName() + "." + member)
                .collect(Collectors.toCollection(TreeSet::new));
        // one that applies by itself is named at no attribute, so it has to say it for all of them
        program.allTypes()
                .filter(type -> program.isA(type.asType(), CONVERTER))
                .filter(type -> says(type, "jakarta.persistence.Converter"))
                .filter(type -> IMMUTABLE.stream().noneMatch(name -> says(type, name)))
                .forEach(type -> found.add(type.getQualifiedName().toString()));
        return found;
    }

    private static boolean says(Element element, String annotation) {
        return Signatures.annotations(element).anyMatch(annotation::equals);
    }
}
