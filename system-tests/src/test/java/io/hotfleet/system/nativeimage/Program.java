package io.hotfleet.system.nativeimage;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// One service with the libraries of ours that it is made of, as the JDK's compiler understands them: every expression
/// has a type.
final class Program {
    private static final String OURS = "io.hotfleet.";

    final String name;
    final Trees trees;
    final Types types;
    final Elements elements;
    final List<CompilationUnitTree> units;

    private Program(String name, JavacTask task, List<CompilationUnitTree> units) {
        this.name = name;
        this.trees = Trees.instance(task);
        this.types = task.getTypes();
        this.elements = task.getElements();
        this.units = units;
    }

    static Program of(Service service) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, service.foreignJars());
            List<Path> sources = service.sourceFolders().stream()
                    .flatMap(folder -> under(folder, ".java").stream())
                    .toList();
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            files,
                            said,
                            List.of("-proc:none", "-Xlint:none", "-parameters"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            refuse(service, said);
            return new Program(service.name(), task, units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A program that is understood in part would need less than it does.
    private static void refuse(Service service, DiagnosticCollector<JavaFileObject> said) {
        List<String> errors = said.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .map(fault -> fault.toString())
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException(service.name() + " is not understood: " + errors);
        }
    }

    static List<Path> under(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOurs(TypeElement type) {
        return type.getQualifiedName().toString().startsWith(OURS);
    }

    /// Whether a type is, extends or implements one of that name; false where no such class is on the class path.
    boolean isA(TypeMirror type, String name) {
        TypeElement wanted = elements.getTypeElement(name);
        return wanted != null
                && type.getKind() == TypeKind.DECLARED
                && types.isSubtype(types.erasure(type), types.erasure(wanted.asType()));
    }

    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    static TypeElement element(DeclaredType type) {
        return (TypeElement) type.asElement();
    }

    /// The folder below the checkout's root is told by the package; file and line are enough.
    String place(TreePath path) {
        CompilationUnitTree unit = path.getCompilationUnit();
        long start = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
        Path file = Path.of(unit.getSourceFile().toUri()).getFileName();
        return file + ":" + unit.getLineMap().getLineNumber(start);
    }

    boolean isIn(TreePath path, String type) {
        for (TreePath around = path; around != null; around = around.getParentPath()) {
            if (trees.getElement(around) instanceof TypeElement found) {
                return found.getQualifiedName().contentEquals(type);
            }
        }
        return false;
    }

    /// Whether a method is one that somebody else's type declares, and so may be called by code that is not ours.
    boolean answersOthers(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return supertypes(owner.asType())
                .map(type -> element((DeclaredType) type))
                .filter(type -> !isOurs(type))
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(ExecutableElement.class::isInstance)
                .anyMatch(above -> elements.overrides(method, (ExecutableElement) above, owner));
    }

    private Stream<TypeMirror> supertypes(TypeMirror type) {
        return types.directSupertypes(type).stream()
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }

    Stream<TypeElement> allTypes() {
        return units.stream()
                .flatMap(unit -> StreamSupport.stream(unit.getTypeDecls().spliterator(), false)
                        .map(tree -> trees.getElement(TreePath.getPath(unit, tree))))
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .flatMap(Program::withNested);
    }

    static Stream<TypeElement> withNested(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                type.getEnclosedElements().stream()
                        .filter(TypeElement.class::isInstance)
                        .map(TypeElement.class::cast)
                        .flatMap(Program::withNested));
    }
}
