package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.ProgressWait;
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
public record PodCluster(KubernetesNamespace namespace, String name, String load) {

    public static final int NODES = 3;
    private static final String PODS = "app=sql,hotfleet.io/cluster=";
    private static final String CLIENT = "app=load,hotfleet.io/cluster=";
    private static final String ROW = "%-10s %-6s %-9s %s%n";
    private static final List<String> LABELS = List.of("role", "kb", "track", "vbs", "hooks");
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    public Workload nodesWorkload() {
        return namespace.statefulSet(name);
    }

    public void awaitReady() {
        nodesWorkload().awaitRollout();
        namespace.deployment(load).awaitRollout();
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
        nodesWorkload().scale(NODES);
        delete(PODS + name);
    }

    /// After [#beginAnew].
    public void awaitNodes() {
        await(PODS + name, NODES);
    }

    /// Returns when these very pods are gone; others of the same names may be there by then.
    private void delete(String labels) {
        Set<String> former = ids(labels);
        namespace.pods(labels).forEach(pod -> namespace.deletePod(Pods.name(pod)));
        new ProgressWait("pods %s to go".formatted(labels), namespace.activity())
                .until(() -> Collections.disjoint(ids(labels), former));
    }

    private Set<String> ids(String labels) {
        return namespace.pods(labels).stream()
                .map(pod -> pod.getMetadata().getUid())
                .collect(Collectors.toSet());
    }

    /// Whoever they belong to may not have noticed yet that pods were deleted, and call them ready.
    private void await(String labels, int count) {
        new ProgressWait("pods %s to be ready".formatted(labels), namespace.activity()).until(() -> {
            List<Pod> pods = namespace.pods(labels);
            return pods.size() == count && pods.stream().allMatch(Pods::isReady);
        });
    }

    public Seen seen() {
        return seenBy(CLIENT + name, "load");
    }

    /// @param labels of a client's pod
    /// @param container in it
    public Seen seenBy(String labels, String container) {
        Pod client = namespace.pods(labels).stream()
                .filter(Pods::isReady)
                .findFirst()
                .orElseThrow(() -> Failure.of("no pod %s is ready".formatted(labels)));
        String told = namespace
                .client()
                .pods()
                .resource(client)
                .inContainer(container)
                .tailingLines(1)
                .getLog();
        try {
            return Seen.of(JSON.readTree(told));
        } catch (JsonProcessingException e) {
            throw Failure.of("%s tells no JSON".formatted(Pods.name(client)), e);
        }
    }

    public List<Pod> pods() {
        return namespace.pods(PODS + name);
    }

    /// As Kubernetes counts them, in order of the pods' names.
    public List<Integer> restarts() {
        return pods().stream().map(Pods::restarts).toList();
    }

    /// For people: the nodes with their states as labels.
    public String table() {
        StringBuilder table = new StringBuilder(ROW.formatted("name", "ready", "restarts", String.join(" ", LABELS)));
        for (Pod pod : pods()) {
            String labels = LABELS.stream()
                    .map(label -> Pods.label(pod, "hotfleet.io/" + label))
                    .collect(Collectors.joining(" "));
            table.append(ROW.formatted(Pods.name(pod), Pods.isReady(pod), Pods.restarts(pod), labels));
        }
        return table.toString();
    }
}
