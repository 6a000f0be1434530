package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The Java command line of a packaged service.
///
/// A start takes a third of the time with a cache of what an earlier one has learnt. The JVM itself checks that: a
/// cache that another JVM made, or that was made of other jars, it leaves aside.
public record ServiceJvm(Path jar) {

    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    /// To run it, with the cache if there is one.
    public List<String> command() {
        return Files.isReadable(cache()) ? java("-XX:AOTCache=" + cache()) : java();
    }

    /// To run it and write down at its end what it has learnt.
    public List<String> learning() {
        return java("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes());
    }

    /// Makes the cache of what a run has written down.
    ///
    /// @throws Failure if there is none, or it cannot be used
    public void makeCache(Path log) {
        Path fresh = cache().resolveSibling("start.aot.new");
        try {
            new Program(
                            "the cache of " + jar,
                            java("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes(), "-XX:AOTCache=" + fresh),
                            System.getenv(),
                            log)
                    .run(_ -> {});
            Files.move(fresh, cache(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(notes());
        } catch (IOException e) {
            throw Failure.of("no cache can be made for " + jar, e);
        }
    }

    private Path cache() {
        return jar.getParent().resolveSibling("start.aot");
    }

    private Path notes() {
        return jar.getParent().resolveSibling("start.notes");
    }

    private List<String> java(String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        Setting.HOTFLEET_JAVA_OPTIONS.value().ifPresent(options -> command.addAll(List.of(options.split("\\s+"))));
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
