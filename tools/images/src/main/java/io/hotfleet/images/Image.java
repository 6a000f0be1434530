package io.hotfleet.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/// What an image is, before it is built.
///
/// @param base null for an empty one; else an image's name, or `tar://` and a file, or `docker://` and a name
record Image(String name, String description, String base, List<FileEntriesLayer> layers, Start start) {

    /// How its process starts.
    ///
    /// @param user numeric, so that a cluster can see that it is not root
    record Start(String user, List<String> command, Set<Integer> ports, Map<String, String> environment) {}

    /// Builds it.
    ///
    /// @return its digest
    String build(Containerizer target, Map<String, String> labels) throws IOException, InterruptedException {
        try {
            JibContainerBuilder builder = base == null ? Jib.fromScratch() : Jib.from(base);
            return builder.setFileEntriesLayers(layers)
                    .setFormat(ImageFormat.Docker)
                    .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                    .setCreationTime(Instant.EPOCH)
                    .setUser(start.user())
                    .setEntrypoint(start.command())
                    .setEnvironment(start.environment())
                    .setExposedPorts(start.ports().stream().map(Port::tcp).toArray(Port[]::new))
                    .setLabels(labels)
                    .addLabel("org.opencontainers.image.title", name)
                    .addLabel("org.opencontainers.image.description", description)
                    .addLabel("org.opencontainers.image.base.name", base == null ? "scratch" : base)
                    .containerize(target)
                    .getDigest()
                    .toString();
        } catch (InvalidImageReferenceException e) {
            throw Failure.badInput("'%s' is no image's name".formatted(base));
        } catch (RegistryException | CacheDirectoryCreationException e) {
            throw Failure.of("cannot build " + name, e);
        } catch (ExecutionException e) {
            throw Failure.of("cannot build " + name, e.getCause());
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}
