package io.hotfleet.images;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.postgres.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A packaged service as it will lie in the image. An ahead-of-time cache is bound to its jars' sizes and times, so
/// these are those of the image already.
///
/// @param app the service's files
/// @param cache its ahead-of-time cache, which may not be there yet
record StagedService(String module, Path app, Path cache) {

    static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private static final String JAR = "quarkus-run.jar";
    /// The time that the image's files have.
    private static final FileTime EPOCH = FileTime.from(Instant.ofEpochSecond(1));

    static StagedService of(String module, Path checkout, Path work) throws IOException {
        Path packaged = checkout.resolve(module).resolve("target/quarkus-app");
        if (!Files.exists(packaged.resolve(JAR))) {
            throw Failure.of("%s is not built: %s is missing".formatted(module, packaged.resolve(JAR)));
        }
        Path app = work.resolve(module);
        Folders.delete(app);
        try (Stream<Path> all = Files.walk(packaged)) {
            for (Path each : all.sorted().toList()) {
                Path copy = app.resolve(packaged.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else if (!each.endsWith("quarkus-app-dependencies.txt")) {
                    Files.copy(each, copy);
                    Files.setLastModifiedTime(copy, EPOCH);
                }
            }
        }
        return new StagedService(module, app, work.resolve(module + ".aot"));
    }

    Path jar() {
        return app.resolve(JAR);
    }

    /// Whether the cache was trained with this Java and these files.
    boolean trained(JavaRuntime java) throws IOException {
        return Files.exists(cache)
                && Files.exists(trainedFor())
                && Files.readString(trainedFor()).equals(identity(java));
    }

    void remember(JavaRuntime java) throws IOException {
        Files.writeString(trainedFor(), identity(java));
    }

    private Path trainedFor() {
        return cache.resolveSibling(cache.getFileName() + ".trained-for");
    }

    private String identity(JavaRuntime java) throws IOException {
        try (Stream<Path> all = Files.walk(app)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join(" ", JVM_OPTIONS).getBytes(StandardCharsets.UTF_8));
            for (Path each : Stream.concat(
                            java.identity().stream(),
                            all.filter(Files::isRegularFile).sorted())
                    .toList()) {
                digest.update(each.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(each));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
