package io.hotfleet.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import io.hotfleet.cli.Failure;
import io.hotfleet.images.Image.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The images, layer by layer: what changes least comes first.
final class Images {

    private static final String USER = "10001:0";
    private static final int PORT = 8080;
    private static final String APP = "/app";
    private static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8", "JAVA_HOME", JavaRuntime.HOME);
    private static final List<String> RUNTIME_LIBRARIES =
            List.of("cli-", "jackson-", "kubernetes-", "postgresql-", "slf4j-api-", "snakeyaml-", "zjsonpatch-");

    private final JavaRuntime java;
    private final String base;
    private final List<FileEntriesLayer> below;

    /// @param base null for a root of our own
    Images(JavaRuntime java, String base, Path work) throws IOException {
        this.java = java;
        this.base = base;
        this.below = base == null ? List.of(java.root(work), java.layer()) : List.of(java.layer());
    }

    /// @param withCache whether the ahead-of-time cache goes in
    Image service(StagedService staged, boolean withCache) throws IOException {
        List<FileEntriesLayer> layers = new ArrayList<>(below);
        layers.add(Layers.tree("libraries", staged.app().resolve("lib"), APP + "/lib"));
        layers.add(Layers.tree("application", staged.app().resolve("app"), APP + "/app"));
        layers.add(Layers.tree("quarkus", staged.app().resolve("quarkus"), APP + "/quarkus"));
        layers.add(Layers.files("start", Map.of(APP + "/quarkus-run.jar", staged.jar())));
        List<String> command = command();
        if (withCache) {
            layers.add(Layers.files("cache", Map.of(APP + "/app.aot", staged.cache())));
            command.add("-XX:AOTCache=" + APP + "/app.aot");
        }
        command.addAll(List.of("-jar", APP + "/quarkus-run.jar"));
        String name = staged.module();
        return new Image(name, "Hotfleet " + name, base, layers, new Start(USER, command, Set.of(PORT), ENVIRONMENT));
    }

    /// Makes passwords and databases in a cluster.
    ///
    /// @param launcher the jar that we run from, with its libraries beside it
    Image bootstrap(Path launcher) throws IOException {
        TreeMap<String, Path> jars = new TreeMap<>(Map.of(APP + "/bootstrap.jar", launcher));
        try (Stream<Path> all = Files.list(launcher.resolveSibling("lib"))) {
            all.filter(Images::neededInCluster).forEach(jar -> jars.put(APP + "/lib/" + jar.getFileName(), jar));
        }
        List<FileEntriesLayer> layers = new ArrayList<>(below);
        layers.add(Layers.files("bootstrap", jars));
        List<String> command = command();
        command.addAll(List.of("-cp", APP + "/bootstrap.jar", "io.hotfleet.images.bootstrap.Bootstrap"));
        return new Image(
                "bootstrap",
                "Hotfleet: makes passwords, roles and databases",
                base,
                layers,
                new Start(USER, command, Set.of(), ENVIRONMENT));
    }

    static Path launcher() {
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw Failure.of("images are built by ./hotfleet, from the packaged launcher");
        }
        return jar;
    }

    private static boolean neededInCluster(Path jar) {
        return RUNTIME_LIBRARIES.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.HOME + "/bin/java"));
        command.addAll(StagedService.JVM_OPTIONS);
        command.addAll(List.of("-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError"));
        return command;
    }
}
