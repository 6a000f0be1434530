package io.hotfleet.system.nativeimage;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Who calls what with which expressions, and what is put into variables and returned by methods.
final class Flow extends TreePathScanner<Void, Void> {
    /// @param arguments empty for a reference to a method, whose arguments are not told
    record Call(TreePath path, ExecutableElement target, List<TreePath> arguments) {}

    private static final Set<String> FILLING =
            Set.of("add", "addAll", "addFirst", "addLast", "put", "putAll", "putIfAbsent", "set");

    private final Program program;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Element, List<TreePath>> values = new HashMap<>();
    private final Map<Tree, List<TreePath>> returned = new HashMap<>();

    private Flow(Program program) {
        this.program = program;
    }

    static Flow of(Program program) {
        Flow flow = new Flow(program);
        program.units.forEach(unit -> flow.scan(unit, null));
        return flow;
    }

    List<Call> calls() {
        return calls;
    }

    /// What a field, a local variable or a method's return is given, as far as it is written down there.
    List<TreePath> valuesOf(Element variable) {
        return values.getOrDefault(variable, List.of());
    }

    /// Calls of a method, of those that it overrides and, as both are one to the caller, of an interface's.
    Stream<Call> callsOf(ExecutableElement method) {
        return calls.stream().filter(call -> call.target().equals(method) || overrides(method, call.target()));
    }

    private boolean overrides(ExecutableElement method, ExecutableElement target) {
        return method.getSimpleName().equals(target.getSimpleName())
                && method.getKind() == ElementKind.METHOD
                && program.elements.overrides(method, target, (TypeElement) method.getEnclosingElement());
    }

    /// What is put into a collection is a value of the variable that holds it.
    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        add(call.getArguments());
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && FILLING.contains(select.getIdentifier().toString())) {
            TreePath owner = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
            Element variable = program.trees.getElement(owner);
            if (variable instanceof VariableElement) {
                call.getArguments().forEach(argument -> put(variable, argument));
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree call, Void nothing) {
        add(call.getArguments());
        return super.visitNewClass(call, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
        add(List.of());
        return super.visitMemberReference(reference, nothing);
    }

    private void add(List<? extends ExpressionTree> arguments) {
        TreePath path = getCurrentPath();
        if (program.trees.getElement(path) instanceof ExecutableElement target) {
            List<TreePath> paths = arguments.stream()
                    .map(argument -> new TreePath(path, argument))
                    .toList();
            calls.add(new Call(path, target, paths));
        }
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        if (variable.getInitializer() != null) {
            put(program.trees.getElement(getCurrentPath()), variable.getInitializer());
        }
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void nothing) {
        Element variable = program.trees.getElement(new TreePath(getCurrentPath(), assignment.getVariable()));
        if (variable instanceof VariableElement) {
            put(variable, assignment.getExpression());
        }
        return super.visitAssignment(assignment, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void nothing) {
        if (tree.getExpression() != null) {
            TreePath around = around();
            if (around.getLeaf() instanceof MethodTree) {
                put(program.trees.getElement(around), tree.getExpression());
            } else {
                returned.computeIfAbsent(around.getLeaf(), _ -> new ArrayList<>())
                        .add(new TreePath(getCurrentPath(), tree.getExpression()));
            }
        }
        return super.visitReturn(tree, nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
        if (lambda.getBody() instanceof ExpressionTree body) {
            returned.put(lambda, List.of(new TreePath(getCurrentPath(), body)));
        }
        return super.visitLambdaExpression(lambda, nothing);
    }

    @Override
    public Void visitYield(YieldTree tree, Void nothing) {
        TreePath around = getCurrentPath();
        while (!(around.getLeaf() instanceof SwitchExpressionTree)) {
            around = around.getParentPath();
        }
        returned.computeIfAbsent(around.getLeaf(), _ -> new ArrayList<>())
                .add(new TreePath(getCurrentPath(), tree.getValue()));
        return super.visitYield(tree, nothing);
    }

    /// What a lambda or a switch comes to.
    List<TreePath> resultsOf(Tree lambdaOrSwitch) {
        return returned.getOrDefault(lambdaOrSwitch, List.of());
    }

    private void put(Element variable, ExpressionTree value) {
        values.computeIfAbsent(variable, _ -> new ArrayList<>()).add(new TreePath(getCurrentPath(), value));
    }

    private TreePath around() {
        TreePath path = getCurrentPath();
        while (!(path.getLeaf() instanceof LambdaExpressionTree) && !(path.getLeaf() instanceof MethodTree)) {
            path = path.getParentPath();
        }
        return path;
    }

    /// The canonical constructor's parameter of a record's component; empty for any other field.
    static Stream<VariableElement> componentParameter(Element field) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (owner.getKind() != ElementKind.RECORD || field.getModifiers().contains(Modifier.STATIC)) {
            return Stream.empty();
        }
        int components = owner.getRecordComponents().size();
        return owner.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR)
                .map(ExecutableElement.class::cast)
                .filter(constructor -> constructor.getParameters().size() == components)
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(parameter -> parameter.getSimpleName().equals(field.getSimpleName()))
                .map(VariableElement.class::cast);
    }
}
