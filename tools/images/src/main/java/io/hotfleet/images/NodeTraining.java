package io.hotfleet.images;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.process.Ports;
import io.hotfleet.cli.process.ProcessActivity;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Teaches the Java of the image what a cluster node does: it runs as the only node of its cluster, serves, and leaves.
record NodeTraining(AotCache aot, Consumer<String> progress) {

    private static final String NAME = "node-0";

    void run(StagedService node) throws IOException {
        progress.accept("training: a cluster node runs as in its image, alone in its cluster");
        int port = Ports.free();
        Path log = aot.log(node.module());
        Process process = start(node, port, log);
        try {
            ServiceClient client =
                    new ServiceClient(node.module(), "http://127.0.0.1:" + port, new CompletableFuture<>());
            // only the role's owner has an answer
            await("the cluster node to own its role", process, log, () -> {
                if (!process.isAlive()) {
                    throw Failure.of("the cluster node has ended before its training; see " + log);
                }
                return client.answers("/work/request");
            });
            client.answers("/q/health/ready");
            client.answers("/node");
            process.destroy();
            await("the cluster node to write down what it has learnt", process, log, () -> !process.isAlive());
        } finally {
            process.destroyForcibly();
        }
        aot.create(node, progress);
    }

    private Process start(StagedService node, int port, Path log) throws IOException {
        Path state = Files.createTempDirectory(aot.work(), "node").resolve("node.json");
        ProcessBuilder builder =
                new ProcessBuilder(aot.record(node)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL",
                        "C.UTF-8",
                        "TZ",
                        "UTC",
                        "HOTFLEET_HOST_NAME",
                        NAME,
                        "HOTFLEET_HOST_VOTERS",
                        NAME,
                        "HOTFLEET_HOST_PORT",
                        String.valueOf(port),
                        "HOTFLEET_HOST_PEERS",
                        "http://127.0.0.1:" + port,
                        "HOTFLEET_HOST_RESTART",
                        "1s",
                        "HOTFLEET_HOST_NOTEBOOK",
                        state.toString()));
        return builder.start();
    }

    private void await(String what, Process process, Path log, ProgressWait.Condition done) {
        new ProgressWait(what, new ProcessActivity(process.toHandle(), log), WaitLimits.current(), progress)
                .until(done);
    }
}
