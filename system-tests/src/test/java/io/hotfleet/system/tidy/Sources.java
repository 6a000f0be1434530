package io.hotfleet.system.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The project's own files, and its Java sources as syntax trees of the JDK's compiler.
final class Sources {
    /// The checkout that is looked at; another one (a former state, say) with `-Dhotfleet.tidy.checkout=FOLDER`.
    static final Path ROOT = Path.of(System.getProperty("hotfleet.tidy.checkout", ".."))
            .toAbsolutePath()
            .normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".hotfleet", "node_modules");

    private Sources() {}

    record Unit(Path file, CompilationUnitTree tree, SourcePositions positions, String text) {
        String name() {
            return ROOT.relativize(file).toString();
        }

        boolean isMain() {
            return name().contains("/src/main/");
        }

        /// The folder of the Maven module, from the checkout's root.
        String module() {
            return name().substring(0, name().indexOf("/src/"));
        }

        /// The name of the file's top-level type.
        String typeName() {
            return file.getFileName().toString().replace(".java", "");
        }

        long lineCount() {
            return text.lines().count();
        }

        String packageName() {
            return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
        }

        long firstLine(Tree part) {
            return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
        }

        long lastLine(Tree part) {
            return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, part));
        }
    }

    static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(Sources::isOurs)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Unit> java() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        JavacTask task = (JavacTask) compiler.getTask(
                null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files(".java")));
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(tree -> unit(tree, Trees.instance(task).getSourcePositions()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static Unit unit(CompilationUnitTree tree, SourcePositions positions) {
        Path file = Path.of(tree.getSourceFile().toUri());
        return new Unit(file, tree, positions, text(file));
    }

    private static boolean isOurs(Path file) {
        return StreamSupport.stream(ROOT.relativize(file).spliterator(), false)
                .noneMatch(part -> NOT_OURS.contains(part.toString()));
    }
}
