package io.hotfleet.system.nativeimage;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import io.hotfleet.system.nativeimage.Flow.Call;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/// What a class' own type parameter stands for where a method of it is called: its receiver's type argument.
final class TypeArguments {
    private final Program program;
    private final Flow flow;
    private final Set<ExecutableElement> seen = new HashSet<>();

    TypeArguments(Program program, Flow flow) {
        this.program = program;
        this.flow = flow;
    }

    /// Whether an expression's type is a type parameter of the class around it.
    static boolean isOfClass(TypeMirror type) {
        return type instanceof TypeVariable variable
                && ((TypeParameterElement) variable.asElement()).getGenericElement() instanceof TypeElement;
    }

    /// @param expression one inside the method whose calls are looked at
    Stream<TypeMirror> of(TreePath expression, TypeVariable variable) {
        TypeParameterElement parameter = (TypeParameterElement) variable.asElement();
        return methodAround(expression).stream().flatMap(method -> of(method, parameter));
    }

    private Stream<TypeMirror> of(ExecutableElement method, TypeParameterElement parameter) {
        return seen.add(method) ? flow.callsOf(method).flatMap(call -> of(call, parameter)) : Stream.empty();
    }

    private Stream<TypeMirror> of(Call call, TypeParameterElement parameter) {
        TypeElement owner = (TypeElement) parameter.getGenericElement();
        int index = owner.getTypeParameters().indexOf(parameter);
        return switch (call.path().getLeaf()) {
            // the receiver is the first argument of the function that the reference stands for
            case MemberReferenceTree _
            when program.trees.getTypeMirror(call.path()) instanceof DeclaredType function ->
                function.getTypeArguments().stream().flatMap(argument -> argument(argument, owner, index));
            case MethodInvocationTree invocation
            when invocation.getMethodSelect() instanceof MemberSelectTree select -> {
                TreePath receiver = new TreePath(new TreePath(call.path(), select), select.getExpression());
                yield argument(program.trees.getTypeMirror(receiver), owner, index);
            }
            default -> methodAround(call.path()).stream().flatMap(around -> of(around, parameter));
        };
    }

    private Stream<TypeMirror> argument(TypeMirror type, TypeElement owner, int index) {
        return type instanceof DeclaredType declared
                        && Program.element(declared).equals(owner)
                        && !declared.getTypeArguments().isEmpty()
                ? Stream.of(declared.getTypeArguments().get(index))
                : Stream.empty();
    }

    private Set<ExecutableElement> methodAround(TreePath expression) {
        for (TreePath path = expression; path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree) {
                Element method = program.trees.getElement(path);
                return Set.of((ExecutableElement) method);
            }
        }
        return Set.of();
    }
}
