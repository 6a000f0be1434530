package io.hotfleet.system.nativeimage;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.hotfleet.system.nativeimage.Flow.Call;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Resources that a service opens by name while it runs: those that a call names, and every file among its resources
/// that is not for the build alone.
final class Resources {
    private static final Pattern OPENING = Pattern.compile("getResource(s|AsStream)?|getSystemResource(s|AsStream)?");

    /// Quarkus reads the settings while it builds, and native-image what tells it about itself.
    private static final Pattern FOR_THE_BUILD =
            Pattern.compile("application.*\\.properties|META-INF/(native-image|beans\\.xml|jandex).*");

    private final Program program;
    private final Flow flow;
    private final List<String> files;
    private final SequencedMap<String, String> needed = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<Element> followed = new HashSet<>();

    private Resources(Program program, Flow flow, List<String> files) {
        this.program = program;
        this.flow = flow;
        this.files = files;
    }

    static Resources of(Program program, Flow flow, Service service) {
        Resources found = new Resources(program, flow, files(service));
        flow.calls().stream().filter(Resources::opens).forEach(found::enter);
        found.files.forEach(file -> found.needed.putIfAbsent(file, "a file of its resources"));
        return found;
    }

    private static List<String> files(Service service) {
        return service.resourceFolders().stream()
                .flatMap(folder -> Program.under(folder, "").stream()
                        .map(file -> folder.relativize(file).toString()))
                .filter(name -> !FOR_THE_BUILD.matcher(name).matches())
                .toList();
    }

    /// Paths, each with the call that needs it.
    SequencedMap<String, String> needed() {
        return needed;
    }

    /// Calls whose resource is not told.
    Set<String> open() {
        return open;
    }

    private static boolean opens(Call call) {
        String owner = ((TypeElement) call.target().getEnclosingElement())
                .getQualifiedName()
                .toString();
        return (owner.equals("java.lang.Class") || owner.equals("java.lang.ClassLoader"))
                && OPENING.matcher(call.target().getSimpleName()).matches();
    }

    private void enter(Call call) {
        if (call.arguments().isEmpty()) {
            open.add(program.place(call.path()) + ": a reference to " + call.target());
        } else {
            follow(call.arguments().getFirst(), program.place(call.path()));
        }
    }

    private void follow(TreePath expression, String by) {
        Element element = program.trees.getElement(expression);
        if (expression.getLeaf() instanceof LiteralTree literal) {
            name(literal.getValue().toString(), by);
        } else if (element instanceof VariableElement variable && variable.getConstantValue() instanceof String name) {
            name(name, by);
        } else if (expression.getLeaf() instanceof BinaryTree sum) {
            allBeginningWith(sum, by);
        } else if (element == null || !followed.add(element)) {
            open.add(by + ": " + expression.getLeaf());
        } else if (element.getEnclosingElement() instanceof ExecutableElement method
                && method.getParameters().contains(element)) {
            int index = method.getParameters().indexOf(element);
            flow.callsOf(method)
                    .filter(call -> !call.arguments().isEmpty())
                    .forEach(call -> follow(call.arguments().get(index), program.place(call.path())));
        } else {
            flow.valuesOf(element).forEach(value -> follow(value, by));
        }
    }

    /// A name that is put together may be any that begins like it.
    private void allBeginningWith(BinaryTree sum, String by) {
        Tree first = sum;
        while (first instanceof BinaryTree part) {
            first = part.getLeftOperand();
        }
        if (!(first instanceof LiteralTree literal)
                || !literal.getValue().toString().startsWith("/")) {
            open.add(by + ": " + sum);
            return;
        }
        String begin = literal.getValue().toString().substring(1);
        files.stream().filter(file -> file.startsWith(begin)).forEach(file -> needed.putIfAbsent(file, by));
    }

    /// A name without a slash before it is one beside the class; ours have one.
    private void name(String path, String by) {
        if (path.startsWith("/")) {
            needed.putIfAbsent(path.substring(1), by);
        } else {
            open.add(by + ": " + path + " does not begin with a slash");
        }
    }
}
