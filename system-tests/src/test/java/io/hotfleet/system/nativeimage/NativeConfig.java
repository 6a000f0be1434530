package io.hotfleet.system.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a GraalVM's compiler would be told of a service: the reflection and resource configuration in the jar
/// that Quarkus wrote for it.
final class NativeConfig {
    private static final List<String> ALL =
            List.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> types = new HashMap<>();
    private final List<Pattern> resources;

    private NativeConfig(JsonNode reflection, JsonNode resources) {
        reflection.forEach(entry -> types.put(entry.path("name").asText(), entry));
        this.resources = Stream.concat(
                        resources.at("/resources/includes").valueStream(),
                        resources.path("resources").valueStream())
                .filter(entry -> entry.has("pattern"))
                .map(entry -> Pattern.compile(entry.path("pattern").asText()))
                .toList();
    }

    static NativeConfig of(Service service) {
        List<Path> jars = Program.under(service.nativeSources(), "-runner.jar");
        if (jars.size() != 1) {
            throw new IllegalStateException("one runner is expected in " + service.nativeSources() + ", not " + jars);
        }
        try (JarFile jar = new JarFile(jars.getFirst().toFile())) {
            return new NativeConfig(read(jar, "reflect-config.json"), read(jar, "resource-config.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry("META-INF/native-image/" + name);
        try (InputStream in = jar.getInputStream(entry)) {
            return JSON.readTree(in);
        }
    }

    /// Whether Jackson could make one and look at everything in it.
    boolean hasType(String binaryName) {
        JsonNode entry = types.get(binaryName);
        return entry != null && ALL.stream().allMatch(what -> entry.path(what).asBoolean());
    }

    boolean hasResource(String path) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }
}
