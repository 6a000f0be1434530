package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// What a namespace looks like, for whoever has to find out why a scenario went wrong.
public final class Evidence {

    private static final int PODS_MAX = 40;
    private static final int LINES_MAX = 300;

    private final KubernetesClient client;
    private final StringBuilder text = new StringBuilder();

    private Evidence(KubernetesClient client) {
        this.client = client;
    }

    /// Machines, pods, events, and the last lines of every container, also of one that has ended before.
    public static String of(KubernetesNamespace namespace) {
        Evidence evidence = new Evidence(namespace.client());
        evidence.add("machines", () -> yaml(evidence.client.nodes().list().getItems()));
        evidence.add("pods", () -> yaml(evidence.pods()));
        evidence.add("events", evidence::events);
        evidence.addLogs();
        return evidence.text.toString();
    }

    private List<Pod> pods() {
        return client.pods().list().getItems();
    }

    private static String yaml(List<? extends HasMetadata> objects) {
        objects.forEach(each -> each.getMetadata().setManagedFields(List.of()));
        return Serialization.asYaml(objects);
    }

    private String events() {
        StringBuilder lines = new StringBuilder();
        client.v1().events().list().getItems().stream()
                .sorted(Comparator.comparing(Evidence::time))
                .forEach(event -> lines.append("%s %s %s/%s: %s%n"
                        .formatted(
                                time(event),
                                event.getReason(),
                                event.getInvolvedObject().getKind(),
                                event.getInvolvedObject().getName(),
                                event.getMessage())));
        return lines.toString();
    }

    private static String time(Event event) {
        return event.getLastTimestamp() == null ? event.getMetadata().getCreationTimestamp() : event.getLastTimestamp();
    }

    private void addLogs() {
        try {
            for (Pod pod : pods().stream().limit(PODS_MAX).toList()) {
                for (Container container : pod.getSpec().getContainers()) {
                    String name = Pods.name(pod) + " " + container.getName();
                    ContainerResource resource = client.pods().resource(pod).inContainer(container.getName());
                    add("log of " + name, () -> resource.tailingLines(LINES_MAX).getLog());
                    if (Pods.restarts(pod) > 0) {
                        add("log of the former " + name, () -> resource.terminated()
                                .tailingLines(LINES_MAX)
                                .getLog());
                    }
                }
            }
        } catch (KubernetesClientException e) {
            text.append(e.getMessage()).append('\n');
        }
    }

    /// What cannot be had is told in its place: the rest is worth having.
    private void add(String title, Supplier<String> content) {
        text.append("== ").append(title).append('\n');
        try {
            text.append(content.get());
        } catch (KubernetesClientException e) {
            text.append(e.getMessage()).append('\n');
        }
    }
}
