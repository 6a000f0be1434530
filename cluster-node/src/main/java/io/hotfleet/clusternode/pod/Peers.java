package io.hotfleet.clusternode.pod;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.election.OwnerBeat;
import io.hotfleet.clusternode.election.VoteRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Calls to the other nodes of the cluster. One that is not answered in time has no answer: it is never repeated,
/// because the next beat asks anew.
final class Peers implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Function<String, URI> addresses;
    private final Duration patience;
    private final HttpClient client;

    /// @param addresses of a node by its name
    Peers(Function<String, URI> addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// A node asks for a vote (back), or gives its own away.
    @RegisterForReflection(registerFullHierarchy = true)
    record SeatAsk(String node, boolean seated) {}

    /// @param owner as far as the asked node knows; null if it knows none
    /// @param beat what the owner says after the change; null if it did not change it
    /// @param settled whether a majority knows it
    @RegisterForReflection(registerFullHierarchy = true)
    record SeatAnswer(String owner, OwnerBeat beat, boolean settled) {}

    /// @param last the last word of an owner that has given the role up
    @RegisterForReflection(registerFullHierarchy = true)
    record TakeOver(OwnerBeat last) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record TakenOver(boolean elected) {}

    URI address(String node) {
        return addresses.apply(node);
    }

    /// Returns at once; answers come on threads of their own.
    void beat(Collection<String> nodes, OwnerBeat beat, BiConsumer<OwnerBeat.Answer, Long> answered) {
        for (String node : nodes) {
            long sentMs = LocalNode.nowMs();
            send(node, "/cluster/beat", beat, OwnerBeat.Answer.class)
                    .thenAccept(answer -> answer.ifPresent(heard -> answered.accept(heard, sentMs)));
        }
    }

    /// Waits half as long as for other answers: who asked this node to stand waits for the result.
    List<VoteRequest.Answer> ask(Collection<String> nodes, VoteRequest ask) {
        List<CompletableFuture<Optional<VoteRequest.Answer>>> asked = nodes.stream()
                .map(node -> send(node, "/cluster/vote", ask, VoteRequest.Answer.class)
                        .completeOnTimeout(Optional.empty(), patience.toMillis() / 2, TimeUnit.MILLISECONDS))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<SeatAnswer> seat(String node, SeatAsk ask) {
        return send(node, "/cluster/seat", ask, SeatAnswer.class).join();
    }

    boolean takeOver(String node, TakeOver ask) {
        return send(node, "/cluster/takeover", ask, TakenOver.class)
                .join()
                .filter(TakenOver::elected)
                .isPresent();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private <T> CompletableFuture<Optional<T>> send(String node, String path, Object body, Class<T> answer) {
        HttpRequest request = HttpRequest.newBuilder(addresses.apply(node).resolve(path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bytes(body)))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> read(response, answer))
                .exceptionally(_ -> Optional.empty());
    }

    private static <T> Optional<T> read(HttpResponse<byte[]> response, Class<T> answer) {
        try {
            return response.statusCode() == 200
                    ? Optional.of(JSON.readValue(response.body(), answer))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
