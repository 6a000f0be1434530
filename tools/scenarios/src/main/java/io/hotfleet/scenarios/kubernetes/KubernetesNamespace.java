package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.hotfleet.cli.process.Activity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One namespace of a cluster. While nobody answers at its API server it is asked again: what scenarios ask of it may
/// be asked twice.
///
/// @param client for everything that has no word of its own here
public record KubernetesNamespace(NamespacedKubernetesClient client, Kubectl kubectl, String name)
        implements AutoCloseable {

    // after 0.5, 1, 2, 4, 8, 16 and 16 s
    private static final int TRIES_MAX = 7;
    private static final int PAUSE_FIRST_MS = 500;
    private static final long GONE_SECONDS_MAX = 180;

    /// @param command kubectl as the caller uses it: it knows the cluster
    public static KubernetesNamespace of(String command, String namespace) {
        Kubectl kubectl = Kubectl.of(command);
        Config config = Config.fromKubeconfig(kubectl.config());
        config.setNamespace(namespace);
        config.setRequestRetryBackoffLimit(TRIES_MAX);
        config.setRequestRetryBackoffInterval(PAUSE_FIRST_MS);
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        return new KubernetesNamespace(client.adapt(NamespacedKubernetesClient.class), kubectl, namespace);
    }

    /// @param labels that they have, such as `app=sql`
    public List<Pod> pods(String labels) {
        return client.pods().withLabelSelector(labels).list().getItems().stream()
                .sorted(Comparator.comparing(Pods::name))
                .toList();
    }

    public Workload deployment(String workload) {
        return new Workload(
                "deployment " + workload, client.apps().deployments().withName(workload), activity());
    }

    public Workload statefulSet(String workload) {
        return new Workload(
                "stateful set " + workload, client.apps().statefulSets().withName(workload), activity());
    }

    public MachineMaintenance maintenance() {
        return new MachineMaintenance(client);
    }

    /// Its containers have a second to end; returns at once, and also if there is no such pod.
    public void deletePod(String pod) {
        client.pods()
                .withName(pod)
                .withGracePeriod(Duration.ofSeconds(1).toSeconds())
                .delete();
    }

    /// @param folder of kustomize
    public void apply(Path folder) {
        client.resourceList(objects(folder)).forceConflicts().serverSideApply();
    }

    /// Returns when they are gone.
    ///
    /// @param folder of kustomize
    public void withdraw(Path folder) {
        client.resourceList(objects(folder))
                .withTimeout(GONE_SECONDS_MAX, TimeUnit.SECONDS)
                .delete();
    }

    /// With everything in it; returns when it is gone.
    public void remove() {
        client.namespaces()
                .withName(name)
                .withTimeout(GONE_SECONDS_MAX, TimeUnit.SECONDS)
                .delete();
    }

    /// What its pods are seen to do: every change of one counts.
    public Activity activity() {
        return new Activity() {
            @Override
            public long outputBytes() {
                return client.pods().list().getItems().stream()
                        .map(pod -> pod.getMetadata().getResourceVersion())
                        .toList()
                        .hashCode();
            }

            @Override
            public Duration processorTime() {
                return Duration.ZERO;
            }

            @Override
            public String shown() {
                return "pods of namespace " + name;
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private List<HasMetadata> objects(Path folder) {
        byte[] yaml = kubectl.kustomize(folder).getBytes(StandardCharsets.UTF_8);
        return client.load(new ByteArrayInputStream(yaml)).items();
    }
}
