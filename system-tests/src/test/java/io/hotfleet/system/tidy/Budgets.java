package io.hotfleet.system.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.hotfleet.system.tidy.Sources.Unit;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/// Collects where a source file is over the budgets of CONTRIBUTING.md, or names a type with an empty word.
final class Budgets extends TreeScanner<Void, Void> {
    static final int FILE_LINES_MAX = 300;
    static final int KERNEL_FILE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 40;
    private static final int SWITCH_METHOD_LINES_MAX = 60;
    private static final int PARAMETERS_MAX = 5;
    private static final int METHODS_MAX = 12;
    private static final List<String> EMPTY_WORDS =
            List.of("Impl", "Manager", "Helper", "Util", "Base", "Abstract", "Common", "Data", "Info", "Dto");

    private final Unit unit;
    private final List<String> breaches = new ArrayList<>();
    private boolean flatSwitch;
    private boolean inRecord;

    private Budgets(Unit unit) {
        this.unit = unit;
    }

    static List<String> breaches(Unit unit) {
        Budgets budgets = new Budgets(unit);
        budgets.scan(unit.tree(), null);
        long lines = unit.text().lines().count();
        int linesMax = unit.packageName().endsWith(".kernel") ? KERNEL_FILE_LINES_MAX : FILE_LINES_MAX;
        if (lines > linesMax) {
            budgets.breaches.add("%s: %d lines, at most %d".formatted(unit.name(), lines, linesMax));
        }
        return budgets.breaches;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        String name = type.getSimpleName().toString();
        for (String word : EMPTY_WORDS) {
            if (name.matches(".*" + word + "([A-Z0-9].*)?") && !name.matches(".*(Database|Baseline|Metadata).*")) {
                breaches.add("%s: the name %s says %s".formatted(at(type), name, word));
            }
        }
        long methods = type.getMembers().stream()
                .filter(member -> member instanceof MethodTree)
                .map(MethodTree.class::cast)
                .filter(method -> isCounted(type, method))
                .count();
        if (methods > METHODS_MAX && unit.isMain()) {
            breaches.add("%s: %s has %d methods, at most %d".formatted(at(type), name, methods, METHODS_MAX));
        }
        boolean aroundInRecord = inRecord;
        inRecord = type.getKind() == Tree.Kind.RECORD;
        super.visitClass(type, nothing);
        inRecord = aroundInRecord;
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        flatSwitch = false;
        super.visitMethod(method, nothing);
        long lines = method.getBody() == null ? 0 : lines(method.getBody());
        int linesMax = flatSwitch ? SWITCH_METHOD_LINES_MAX : METHOD_LINES_MAX;
        if (lines > linesMax) {
            breaches.add("%s: %s has %d lines, at most %d".formatted(at(method), method.getName(), lines, linesMax));
        }
        int parameters = method.getParameters().size();
        if (parameters > PARAMETERS_MAX && !isEndpointOrTable(method) && !isOfRecord(method)) {
            breaches.add("%s: %s takes %d parameters, at most %d"
                    .formatted(at(method), method.getName(), parameters, PARAMETERS_MAX));
        }
        return null;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
        flatSwitch = true;
        return super.visitSwitch(tree, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
        flatSwitch = true;
        return super.visitSwitchExpression(tree, nothing);
    }

    private static boolean isCounted(ClassTree type, MethodTree method) {
        boolean constructor = method.getName().contentEquals("<init>");
        boolean configuration = type.getKind() == Tree.Kind.INTERFACE
                && method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> annotation.toString().contains("WithDefault"));
        return !constructor
                && !configuration
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
    }

    /// Endpoints take their query parameters one by one, tests of tables their columns; what somebody else's interface
    /// asks for is not ours to choose.
    private static boolean isEndpointOrTable(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> annotation.toString().matches("@(GET|PUT|POST|PATCH|DELETE).*"))
                || method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> annotation.toString().matches("@(ParameterizedTest|Override).*"));
    }

    /// A record takes what it holds.
    private boolean isOfRecord(MethodTree method) {
        return inRecord && method.getName().contentEquals("<init>");
    }

    private long lines(Tree tree) {
        return Math.max(0, unit.lastLine(tree) - unit.firstLine(tree) - 1);
    }

    private String at(Tree tree) {
        return unit.name() + ":" + unit.firstLine(tree);
    }
}
