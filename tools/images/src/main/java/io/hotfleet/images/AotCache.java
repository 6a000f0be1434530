package io.hotfleet.images;

import io.hotfleet.cli.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes ahead-of-time caches: a program runs once while Java takes down what it loads, then the cache is made of that.
record AotCache(JavaRuntime java, Path work) {
    /// How the program is run whose classes are taken down.
    List<String> record(StagedService staged) {
        return command(
                "-Xmx256m",
                "-XX:AOTMode=record",
                "-XX:AOTConfiguration=" + recording(staged),
                "-jar",
                staged.jar().toString());
    }

    /// After that program's end.
    void create(StagedService staged, Consumer<String> progress) throws IOException {
        progress.accept("training: the cache of " + staged.module());
        List<String> command = command(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recording(staged),
                "-XX:AOTCache=" + staged.cache(),
                "-cp",
                staged.jar().toString());
        Path said = work.resolve(staged.module() + ".cache.log");
        new Program("the training of " + staged.module(), command, System.getenv(), said).run(progress);
        staged.remember(java);
    }

    Path log(String module) {
        return work.resolve(module + ".log");
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(java.program().toString()));
        command.addAll(StagedService.JVM_OPTIONS);
        command.addAll(List.of(more));
        return command;
    }

    private Path recording(StagedService staged) {
        return work.resolve(staged.module() + ".recording");
    }
}
