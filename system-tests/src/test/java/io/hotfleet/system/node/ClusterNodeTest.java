package io.hotfleet.system.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.process.Ports;
import io.hotfleet.system.stack.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The packaged node of a failover cluster, alone in its cluster.
@Timeout(120)
class ClusterNodeTest {
    private static final Path JAR = Path.of("../cluster-node/target/quarkus-app/quarkus-run.jar");

    @TempDir
    private Path disk;

    @Test
    void leavesItsClusterBeforeItEnds() throws IOException, InterruptedException {
        Process node = start();

        node.destroy();

        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isZero();
        assertThat(state().path("running").asBoolean(true)).isFalse();
    }

    @Test
    void oneThatWasKilledIsNotedAsCrashedWhenItIsBack() throws IOException, InterruptedException {
        start().destroyForcibly().waitFor();

        Process again = start();

        assertThat(state().path("crashesMs").size()).isEqualTo(1);
        again.destroyForcibly();
    }

    /// @return a node that owns its role
    private Process start() throws IOException {
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HOTFLEET_HOST_NAME", "sql-0",
                        "HOTFLEET_HOST_VOTERS", "sql-0",
                        "HOTFLEET_HOST_PORT", String.valueOf(port),
                        "HOTFLEET_HOST_PEERS", "http://127.0.0.1:" + port,
                        "HOTFLEET_HOST_LEASE", "500ms",
                        "HOTFLEET_HOST_LINGER", "50ms",
                        "HOTFLEET_HOST_NOTEBOOK", disk.resolve("node.json").toString()));
        Process node = builder.start();
        BufferedReader lines = node.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("owns the role")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        return node;
    }

    private JsonNode state() throws IOException {
        return Json.parse(Files.readString(disk.resolve("node.json")));
    }
}
