package io.hotfleet.clusternode.pod;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/// One request after the other, to one node after the other, each with some patience.
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final List<String> NODES = List.of("sql-0", "sql-1", "sql-2");

    private final Client client;
    private final TestCluster cluster;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private volatile boolean ended;

    Load(Client client, TestCluster cluster) {
        this.client = client;
        this.cluster = cluster;
        Thread.startVirtualThread(() -> result.complete(run()));
    }

    record Result(int answered, int failed, int termsGoneBack) {}

    Result end() {
        ended = true;
        return result.join();
    }

    private Result run() {
        int answered = 0;
        int failed = 0;
        int back = 0;
        long term = 0;
        while (!ended) {
            Optional<Long> seen = request(NODES.get(answered % NODES.size()));
            answered += seen.isPresent() ? 1 : 0;
            failed += seen.isPresent() ? 0 : 1;
            back += seen.isPresent() && seen.get() < term ? 1 : 0;
            term = Math.max(term, seen.orElse(term));
        }
        return new Result(answered, failed, back);
    }

    /// Every node in turn, beginning with the first, until one answers.
    ///
    /// @return the owner's term
    private Optional<Long> request(String first) {
        AtomicInteger attempt = new AtomicInteger(NODES.indexOf(first));
        try {
            return await("an answer")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .until(() -> ask(NODES.get(attempt.getAndIncrement() % NODES.size())), Optional::isPresent);
        } catch (ConditionTimeoutException e) {
            return Optional.empty();
        }
    }

    private Optional<Long> ask(String node) throws InterruptedException {
        try {
            String body = client.body(cluster.address(node), "/work/request");
            return Optional.of(
                    JsonMapper.builder().build().readTree(body).required("term").asLong());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
