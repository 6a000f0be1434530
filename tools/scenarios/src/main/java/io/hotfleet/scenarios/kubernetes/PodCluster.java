package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A failover cluster whose nodes are pods, with the client that counts what it sees of it.
///
/// @param name of its StatefulSet, such as `sql-c`
/// @param load name of the client's Deployment
public record PodCluster(Kubectl kubectl, String name, String load) {

    public static final int NODES = 3;
    private static final String PODS = "app=sql,hotfleet.io/cluster=";
    private static final String CLIENT = "app=load,hotfleet.io/cluster=";
    private static final Duration READY_MAX = Duration.ofMinutes(4);
    private static final Duration GONE_MAX = Duration.ofMinutes(2);
    private static final String LABELS =
            "hotfleet.io/role,hotfleet.io/kb,hotfleet.io/track,hotfleet.io/vbs,hotfleet.io/hooks";

    /// What the client saw since it began.
    ///
    /// @param longestStallMs longest time that the client itself stood still
    /// @param unanswered attempts of requests that had no answer, by their status or kind of error
    public record Seen(
            long seconds,
            int sessions,
            long sessionsMoved,
            long sessionsBroken,
            long requests,
            long requestsFailed,
            long longestOutageMs,
            int roleMoves,
            int quorumLosses,
            int termsGoneBack,
            long longestStallMs,
            Map<String, Long> unanswered) {

        static Seen of(JsonNode told) {
            Map<String, Long> unanswered = new TreeMap<>();
            told.path("unanswered")
                    .properties()
                    .forEach(cause ->
                            unanswered.put(cause.getKey(), cause.getValue().asLong()));
            return new Seen(
                    told.path("seconds").asLong(),
                    told.path("sessions").asInt(),
                    told.path("sessionsMoved").asLong(),
                    told.path("sessionsBroken").asLong(),
                    told.path("requests").asLong(),
                    told.path("requestsFailed").asLong(),
                    told.path("longestOutageMs").asLong(),
                    told.path("roleMoves").asInt(),
                    told.path("quorumLosses").asInt(),
                    told.path("termsGoneBack").asInt(),
                    told.path("longestStallMs").asLong(),
                    unanswered);
        }
    }

    /// The nodes that it begins with.
    public List<String> nodes() {
        return IntStream.range(0, NODES).mapToObj(i -> name + "-" + i).toList();
    }

    public void awaitReady() {
        kubectl.awaitRollout("statefulset/" + name);
        kubectl.awaitRollout("deployment/" + load);
    }

    /// The client's counts begin anew, with another client.
    public void countAnew() {
        delete(CLIENT + name);
    }

    /// After [#countAnew].
    public void awaitClient() {
        await(CLIENT + name, 1);
    }

    /// All nodes are killed and come back without their notes.
    public void beginAnew() {
        kubectl.scale("statefulset/" + name, NODES);
        delete(PODS + name);
    }

    /// After [#beginAnew].
    public void awaitNodes() {
        await(PODS + name, NODES);
    }

    /// Returns when they are gone. kubectl does not wait itself: where another pod of the same name comes soon enough,
    /// it waits for that one to go.
    private void delete(String labels) {
        Set<String> former = ids(labels);
        kubectl.run("delete", "pods", "-l", labels, "--grace-period=1", "--wait=false");
        Waiting.until(
                "pods %s are not gone".formatted(labels), GONE_MAX, () -> Collections.disjoint(ids(labels), former));
    }

    private Set<String> ids(String labels) {
        return kubectl.pods(labels)
                .valueStream()
                .map(pod -> pod.at("/metadata/uid").asText())
                .collect(Collectors.toSet());
    }

    /// Whoever they belong to may not have noticed yet that pods were deleted, and call them ready.
    private void await(String labels, int count) {
        Waiting.until("pods %s are not ready".formatted(labels), READY_MAX, () -> {
            JsonNode pods = kubectl.pods(labels);
            return pods.size() == count
                    && pods.valueStream().allMatch(pod -> pod.at("/status/containerStatuses/0/ready")
                            .asBoolean());
        });
    }

    public Seen seen() {
        return seenBy("deployment/" + load);
    }

    /// @param client a Deployment's, with its container where it has several
    public Seen seenBy(String... client) {
        String[] arguments = new String[client.length + 2];
        arguments[0] = "logs";
        arguments[1] = "--tail=1";
        System.arraycopy(client, 0, arguments, 2, client.length);
        return Seen.of(Kubectl.parse(kubectl.run(arguments)));
    }

    public JsonNode pods() {
        return kubectl.pods(PODS + name);
    }

    /// As Kubernetes counts them, in order of the pods' names.
    public List<Integer> restarts() {
        return pods().valueStream()
                .map(pod -> pod.at("/status/containerStatuses/0/restartCount").asInt())
                .toList();
    }

    /// For people: the nodes with their states as labels.
    public String table() {
        return kubectl.run("get", "pods", "-l", PODS + name, "-L", LABELS);
    }
}
