package io.hotfleet.system.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Quarkus application of this checkout that has been packaged: as an application for the JVM, as what a GraalVM's
/// compiler is given, or both.
record Service(Path folder) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /// Quarkus puts a word before the jars that it changed.
    private static final Pattern LIBRARY = Pattern.compile("(?:modified-)?io\\.hotfleet\\.(.+)-\\d.*\\.jar");

    static List<Service> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(
                            folder -> Files.isRegularFile(folder.resolve("src/main/resources/application.properties")))
                    .sorted()
                    .map(Service::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path nativeSources() {
        return folder.resolve("target/native-sources");
    }

    boolean hasNativeSources() {
        return Files.isDirectory(nativeSources());
    }

    List<Path> foreignJars() {
        return jars().stream()
                .filter(jar -> !LIBRARY.matcher(jar.getFileName().toString()).matches())
                .toList();
    }

    /// Its own sources and those of the libraries of ours that were packaged with it.
    List<Path> sourceFolders() {
        return Stream.concat(Stream.of(folder), libraries())
                .map(module -> module.resolve("src/main/java"))
                .toList();
    }

    List<Path> resourceFolders() {
        return Stream.concat(Stream.of(folder), libraries())
                .map(module -> module.resolve("src/main/resources"))
                .toList();
    }

    List<Path> classFolders() {
        return Stream.concat(Stream.of(folder), libraries())
                .map(module -> module.resolve("target/classes"))
                .toList();
    }

    private Stream<Path> libraries() {
        return jars().stream()
                .map(jar -> LIBRARY.matcher(jar.getFileName().toString()))
                .filter(Matcher::matches)
                .map(jar -> ROOT.resolve("libs").resolve(jar.group(1)));
    }

    private List<Path> jars() {
        Path packaged = folder.resolve("target/quarkus-app/lib");
        return Program.under(
                Files.isDirectory(packaged) ? packaged : nativeSources().resolve("lib"), ".jar");
    }
}
