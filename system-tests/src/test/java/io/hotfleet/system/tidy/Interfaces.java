package io.hotfleet.system.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.hotfleet.system.tidy.Sources.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/// Finds interfaces that one class alone implements: a seam that nothing uses.
///
/// Left out: sealed ones (a closed choice), those with one method to write (a lambda can be the second one),
/// and those that a framework implements.
final class Interfaces extends TreeScanner<Void, Unit> {
    private static final String BY_A_FRAMEWORK = "@(ConfigMapping|RegisterRestClient|Group|WithParentName).*";

    private final Map<String, String> declared = new TreeMap<>();
    private final Map<String, List<String>> implementers = new HashMap<>();
    private boolean inFramework;

    private Interfaces() {}

    static List<String> withOneImplementer(List<Unit> units) {
        Interfaces found = new Interfaces();
        units.forEach(unit -> found.scan(unit.tree(), unit));
        return found.declared.entrySet().stream()
                .filter(entry -> found.implementers
                                .getOrDefault(entry.getKey(), List.of())
                                .size()
                        == 1)
                .map(entry -> entry.getValue() + ": " + entry.getKey() + " " + found.implementers.get(entry.getKey()))
                .toList();
    }

    @Override
    public Void visitClass(ClassTree type, Unit unit) {
        String name = type.getSimpleName().toString();
        if (type.getKind() == Tree.Kind.INTERFACE && unit.isMain() && isSeam(type)) {
            declared.put(name, unit.name());
        }
        type.getImplementsClause().forEach(parent -> implementers
                .computeIfAbsent(lastName(parent), missing -> new ArrayList<>())
                .add(name.isEmpty() ? "an anonymous class" : name));
        boolean around = inFramework;
        inFramework = around || isByFramework(type);
        super.visitClass(type, unit);
        inFramework = around;
        return null;
    }

    @Override
    public Void visitNewClass(com.sun.source.tree.NewClassTree made, Unit unit) {
        if (made.getClassBody() != null) {
            implementers
                    .computeIfAbsent(lastName(made.getIdentifier()), missing -> new ArrayList<>())
                    .add("an anonymous class");
        }
        return super.visitNewClass(made, unit);
    }

    private static boolean isByFramework(ClassTree type) {
        return type.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.toString().matches(BY_A_FRAMEWORK));
    }

    private boolean isSeam(ClassTree type) {
        long toWrite = type.getMembers().stream()
                .filter(member -> member instanceof MethodTree method && method.getBody() == null)
                .count();
        return !inFramework
                && !isByFramework(type)
                && toWrite > 1
                && !type.getModifiers().getFlags().contains(Modifier.SEALED);
    }

    private static String lastName(Tree type) {
        String name = type.toString().replaceAll("<.*", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
