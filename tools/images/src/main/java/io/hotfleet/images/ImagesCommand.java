package io.hotfleet.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Builds the container images.
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Builds the container images: as archives, into docker or podman, or to a registry.",
        footer = {
            "",
            "Neither a daemon nor a registry is needed: without --base the images stand on a root of their own, made",
            "of this machine's C library and a Java from the JDK that runs this command.",
            "Example: ./hotfleet images --tar target/images --postgres"
        })
public final class ImagesCommand implements Callable<Integer> {

    private static final String VERSION = "0.1.0";
    private static final String CLUSTER_NODE = "cluster-node";

    @Option(names = "--tar", paramLabel = "FOLDER", description = "write one archive an image (default: target/images)")
    private Path tar;

    @Option(names = "--load", paramLabel = "PROGRAM", description = "hand them to docker, podman or a like program")
    private Path load;

    @Option(names = "--push", description = "push them to the registry that --prefix names")
    private boolean push;

    @Option(names = "--prefix", defaultValue = "hotfleet", description = "before each name (${DEFAULT-VALUE})")
    private String prefix;

    @Option(names = "--tag", defaultValue = VERSION, description = "of each image (${DEFAULT-VALUE})")
    private String tag;

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            description = "a base with glibc: a name, tar://FILE, or docker://NAME; none: a root of our own")
    private String base;

    @Option(names = "--no-cache", description = "without the ahead-of-time cache, whose training takes a minute")
    private boolean noCache;

    @Option(names = "--postgres", description = "also PostgreSQL, for clusters that pull nothing")
    private boolean postgres;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (push && load != null) {
            throw Failure.badInput("--push and --load cannot be had at once");
        }
        Path checkout = Home.current().checkout();
        Path work = Files.createDirectories(checkout.resolve("target/image-work"));
        JavaRuntime java = JavaRuntime.make(work);
        List<StagedService> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(StagedService.of(service.module(), checkout, work));
        }
        StagedService node = StagedService.of(CLUSTER_NODE, checkout, work);
        if (!noCache) {
            train(services, java, checkout, work);
            if (!node.trained(java)) {
                new NodeTraining(new AotCache(java, work), Messages::print).run(node);
            }
        }
        Path layers = Layers.cache(work);
        Images images = new Images(java, base, work);
        for (StagedService staged : services) {
            build(images.service(staged, !noCache), layers);
        }
        build(images.service(node, !noCache), layers);
        build(images.bootstrap(Images.launcher()), layers);
        if (postgres) {
            build(PostgresImage.of(work), layers);
        }
        return 0;
    }

    private static void train(List<StagedService> services, JavaRuntime java, Path checkout, Path work)
            throws IOException, InterruptedException {
        for (StagedService staged : services) {
            if (!staged.trained(java)) {
                new Training(java, checkout, work, Messages::print).run(services);
                return;
            }
        }
    }

    private void build(Image image, Path layers) throws IOException, InterruptedException {
        String reference = "%s/%s:%s".formatted(prefix, image.name(), tag);
        Containerizer target = target(image, reference)
                .setBaseImageLayersCache(layers.resolveSibling("base"))
                .setApplicationLayersCache(layers)
                .setToolName("hotfleet");
        String digest = image.build(target, Map.of("org.opencontainers.image.version", tag));
        System.out.printf("%-40s %s%n", reference, digest);
    }

    private Containerizer target(Image image, String reference) throws IOException {
        try {
            if (push) {
                return Containerizer.to(RegistryImage.named(reference));
            }
            if (load != null) {
                return Containerizer.to(DockerDaemonImage.named(reference).setDockerExecutable(load));
            }
            Path folder = Files.createDirectories(
                    tar == null ? Home.current().checkout().resolve("target/images") : tar);
            return Containerizer.to(
                    TarImage.at(folder.resolve(image.name() + ".tar")).named(reference));
        } catch (InvalidImageReferenceException e) {
            throw Failure.badInput("'%s' is no image's name".formatted(reference));
        }
    }
}
