package io.hotfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import io.hotfleet.images.Image.Start;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {

    @TempDir
    private Path folder;

    @Test
    void theSameFilesMakeTheSameImageWheneverAndWhereverTheyLie() throws Exception {
        String first = build("first", Instant.ofEpochSecond(1_000));

        String second = build("second", Instant.ofEpochSecond(2_000));

        assertThat(second).startsWith("sha256:").isEqualTo(first);
    }

    @Test
    void anImageRunsAsNoRootAndSaysWhatItIs() throws Exception {
        build("one", Instant.EPOCH);

        JsonNode config = config(folder.resolve("one.tar")).path("config");

        assertThat(config.path("User").asText()).isEqualTo("10001:0");
        assertThat(config.path("Entrypoint").path(0).asText()).isEqualTo("/opt/java/bin/java");
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asText())
                .isEqualTo("a-service");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.version")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void aFileWithOtherContentAndTheSameTimeMakesAnotherImage() throws Exception {
        Path tree = tree("tree", "before", Instant.EPOCH);
        String before = build("image", tree, Layers.cache(folder));

        tree("tree", "after!", Instant.EPOCH);

        assertThat(build("image", tree, Layers.cache(folder))).isNotEqualTo(before);
    }

    private String build(String name, Instant modified) throws Exception {
        return build(name, tree(name, "content", modified), folder.resolve("cache-" + name));
    }

    private Path tree(String name, String content, Instant modified) throws IOException {
        Path tree = Files.createDirectories(folder.resolve(name).resolve("lib"));
        Path file = Files.writeString(tree.resolve("a.jar"), content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return tree;
    }

    private String build(String name, Path tree, Path cache) throws Exception {
        Image image = new Image(
                "a-service",
                "a service",
                null,
                List.of(Layers.tree("libraries", tree, "/app/lib")),
                new Start("10001:0", List.of("/opt/java/bin/java"), Set.of(8080), Map.of("LANG", "C.UTF-8")));
        Containerizer target = Containerizer.to(
                        TarImage.at(folder.resolve(name + ".tar")).named("hotfleet/a-service:7"))
                .setBaseImageLayersCache(cache.resolveSibling("base"))
                .setApplicationLayersCache(cache);
        return image.build(target, Map.of("org.opencontainers.image.version", "7"));
    }

    private static JsonNode config(Path archive) throws IOException {
        try (InputStream bytes = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals("config.json")) {
                    return JsonMapper.builder().build().readTree(tar.readAllBytes());
                }
            }
        }
        throw new AssertionError("no config.json in " + archive);
    }
}
