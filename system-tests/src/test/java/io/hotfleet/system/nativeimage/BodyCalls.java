package io.hotfleet.system.nativeimage;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import io.hotfleet.system.nativeimage.Flow.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/// Finds every call that hands a type or a value to Jackson, a REST answer or a template, and the types that go in.
///
/// What such a call gets by a parameter is looked for where the method is called, and so on. A type that is not found
/// that way is listed as open, for it cannot be known to be registered.
final class BodyCalls {
    private static final List<String> DOORS = List.of(
            "com.fasterxml.jackson.core.JsonGenerator",
            "com.fasterxml.jackson.core.JsonParser",
            "com.fasterxml.jackson.core.ObjectCodec",
            "com.fasterxml.jackson.databind.DeserializationContext",
            "com.fasterxml.jackson.databind.ObjectReader",
            "com.fasterxml.jackson.databind.ObjectWriter",
            "com.fasterxml.jackson.databind.SequenceWriter",
            "com.fasterxml.jackson.databind.SerializerProvider",
            "com.fasterxml.jackson.databind.cfg.MapperBuilder",
            "io.quarkus.qute.Template",
            "io.quarkus.qute.TemplateInstance",
            "io.vertx.core.json.Json",
            "io.vertx.core.json.JsonObject",
            "jakarta.ws.rs.client.Entity",
            "jakarta.ws.rs.core.Response",
            "jakarta.ws.rs.core.Response.ResponseBuilder",
            "org.jboss.resteasy.reactive.RestResponse",
            "org.jboss.resteasy.reactive.RestResponse.ResponseBuilder");

    /// Reads what REST signatures name, and nothing else.
    private static final String FOR_SIGNATURES = "io.hotfleet.rest.JsonBodyReader";

    private static final String OBJECT = "java.lang.Object";
    private static final String TYPE_REFERENCE = "com.fasterxml.jackson.core.type.TypeReference";
    private static final List<String> UNTOLD =
            List.of(OBJECT, "java.lang.Class", "java.lang.reflect.Type", "com.fasterxml.jackson.databind.JavaType");

    private static final Set<TypeKind> NAMED = Set.of(TypeKind.ARRAY, TypeKind.DECLARED);

    /// @param by file and line of the call
    record Use(TypeMirror type, String by) {}

    private final Program program;
    private final Flow flow;
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<VariableElement> entered = new HashSet<>();
    private final Set<Element> followed = new HashSet<>();

    private BodyCalls(Program program, Flow flow) {
        this.program = program;
        this.flow = flow;
    }

    static BodyCalls of(Program program, Flow flow) {
        BodyCalls found = new BodyCalls(program, flow);
        flow.calls().forEach(found::enter);
        return found;
    }

    List<Use> uses() {
        return uses;
    }

    /// Calls whose types are not told where they could be found.
    Set<String> open() {
        return open;
    }

    private void enter(Call call) {
        if (isDoor(call.target()) && !program.isIn(call.path(), FOR_SIGNATURES)) {
            for (int i = 0; i < call.arguments().size(); i++) {
                List<? extends VariableElement> parameters = call.target().getParameters();
                VariableElement parameter = parameters.get(Math.min(i, parameters.size() - 1));
                if (takesData(parameter.asType())) {
                    follow(call.arguments().get(i), program.place(call.path()));
                }
            }
        }
    }

    private boolean isDoor(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return !program.isOurs(owner)
                && !method.getSimpleName().contentEquals("header")
                && DOORS.stream().anyMatch(door -> program.isA(owner.asType(), door));
    }

    private boolean takesData(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                || UNTOLD.stream().anyMatch(name -> is(type, name))
                || is(type, TYPE_REFERENCE);
    }

    private static boolean is(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && Program.element(declared).getQualifiedName().contentEquals(name);
    }

    /// The type that an expression stands for; where it tells none, the expressions it got its value from.
    private void follow(TreePath expression, String by) {
        TypeMirror type = described(program.trees.getTypeMirror(expression));
        if (isTold(type)) {
            uses.add(new Use(type, by));
            return;
        }
        if (TypeArguments.isOfClass(type)) {
            new TypeArguments(program, flow)
                    .of(expression, (TypeVariable) type)
                    .forEach(argument -> uses.add(new Use(argument, by)));
            return;
        }
        switch (expression.getLeaf()) {
            case ParenthesizedTree inner -> follow(new TreePath(expression, inner.getExpression()), by);
            case TypeCastTree cast -> follow(new TreePath(expression, cast.getExpression()), by);
            case ConditionalExpressionTree choice -> {
                follow(new TreePath(expression, choice.getTrueExpression()), by);
                follow(new TreePath(expression, choice.getFalseExpression()), by);
            }
            case SwitchExpressionTree choice -> flow.resultsOf(choice).forEach(result -> follow(result, by));
            case LambdaExpressionTree lambda -> flow.resultsOf(lambda).forEach(result -> follow(result, by));
            case MemberReferenceTree _ -> followResult(expression, by);
            case NewArrayTree array -> followAll(expression, array.getInitializers(), by);
            case NewClassTree made when !isOurs(expression) -> followAll(expression, made.getArguments(), by);
            case MethodInvocationTree call when !isOurs(expression) -> followForeign(expression, call, by);
            default -> followElement(program.trees.getElement(expression), expression, by);
        }
    }

    private void followAll(TreePath parent, List<? extends ExpressionTree> parts, String by) {
        if (parts != null) {
            parts.forEach(part -> follow(new TreePath(parent, part), by));
        }
    }

    private void followResult(TreePath reference, String by) {
        if (program.trees.getElement(reference) instanceof ExecutableElement method && isTold(method.getReturnType())) {
            uses.add(new Use(method.getReturnType(), by));
        } else {
            open(reference, by);
        }
    }

    /// What comes out of a collection, an optional or a function is what it was made with.
    private void followForeign(TreePath expression, MethodInvocationTree call, String by) {
        boolean made = program.trees.getElement(expression).getModifiers().contains(Modifier.STATIC);
        if (made) {
            followAll(expression, call.getArguments(), by);
        } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
            follow(new TreePath(new TreePath(expression, select), select.getExpression()), by);
        } else {
            open(expression, by);
        }
    }

    private boolean isOurs(TreePath call) {
        Element target = program.trees.getElement(call);
        return target != null && program.isOurs((TypeElement) target.getEnclosingElement());
    }

    private void open(TreePath expression, String by) {
        String words = expression.getLeaf().toString().replaceAll("\\s+", " ");
        open.add("%s: %s of type %s".formatted(by, words, program.trees.getTypeMirror(expression)));
    }

    private void followElement(Element element, TreePath expression, String by) {
        if (element instanceof VariableElement parameter && indexOf(parameter) >= 0) {
            followParameter(parameter, by);
            return;
        }
        List<TreePath> values = element == null ? List.of() : flow.valuesOf(element);
        List<VariableElement> parameters = element != null && element.getKind() == ElementKind.FIELD
                ? Flow.componentParameter(element).toList()
                : List.of();
        if (values.isEmpty() && parameters.isEmpty()) {
            open(expression, by);
        } else if (followed.add(element)) {
            values.forEach(value -> follow(value, by));
            parameters.forEach(parameter -> followParameter(parameter, by));
        }
    }

    private static int indexOf(VariableElement parameter) {
        return parameter.getEnclosingElement() instanceof ExecutableElement method
                ? method.getParameters().indexOf(parameter)
                : -1;
    }

    private void followParameter(VariableElement parameter, String by) {
        if (!entered.add(parameter)) {
            return;
        }
        ExecutableElement method = (ExecutableElement) parameter.getEnclosingElement();
        int index = indexOf(parameter);
        List<Call> calls = flow.callsOf(method).toList();
        if (calls.isEmpty() && program.answersOthers(method)) {
            open.add("%s: parameter %s of %s, which a framework calls".formatted(by, parameter, method));
        }
        for (Call call : calls) {
            String caller = program.place(call.path());
            if (call.path().getLeaf() instanceof MemberReferenceTree) {
                open.add("%s: reference to %s, which gives %s to %s".formatted(caller, method, parameter, by));
            } else {
                follow(call.arguments().get(index), caller);
            }
        }
    }

    /// What a class literal or a type reference is about; any other type is itself.
    private TypeMirror described(TypeMirror type) {
        if (is(type, "java.lang.Class")) {
            List<? extends TypeMirror> about = ((DeclaredType) type).getTypeArguments();
            boolean named = !about.isEmpty() && NAMED.contains(about.getFirst().getKind());
            return named ? told(about.getFirst()) : type;
        }
        if (program.isA(type, TYPE_REFERENCE)) {
            TypeMirror above = is(type, TYPE_REFERENCE)
                    ? type
                    : program.types.directSupertypes(type).getFirst();
            return told(((DeclaredType) above).getTypeArguments().getFirst());
        }
        return type;
    }

    /// Reading into Object makes maps, lists and texts, no type of ours.
    private TypeMirror told(TypeMirror type) {
        return is(type, OBJECT) ? program.types.getNullType() : type;
    }

    private boolean isTold(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> isTold(array.getComponentType());
            case DeclaredType declared ->
                UNTOLD.stream().noneMatch(name -> is(declared, name))
                        && declared.getTypeArguments().stream().allMatch(this::isTold);
            default -> type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL;
        };
    }
}
