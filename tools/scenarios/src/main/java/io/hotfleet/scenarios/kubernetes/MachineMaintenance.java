package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.ProgressWait;
import java.util.List;

/// What an administrator does to the machines of a cluster, its Kubernetes nodes.
public record MachineMaintenance(KubernetesClient client) {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    /// Names of all machines, in order.
    public List<String> machines() {
        return client.nodes().list().getItems().stream()
                .map(node -> node.getMetadata().getName())
                .sorted()
                .toList();
    }

    /// No new pod comes to it.
    public void cordon(String machine) {
        setUnschedulable(machine, true);
    }

    public void uncordon(String machine) {
        setUnschedulable(machine, false);
    }

    /// All pods leave in order, as their disruption budgets allow; those of daemon sets stay. It stays cordoned.
    ///
    /// @return names of the pods that left
    public List<String> drain(String machine) {
        cordon(machine);
        List<Pod> leaving = pods(machine);
        for (Pod pod : leaving) {
            PodResource resource = client.pods().resource(pod);
            // a disruption budget may not allow it yet: evict says so
            wait("pod %s to be evicted".formatted(Pods.name(pod))).until(() -> isGone(pod) || resource.evict());
        }
        wait("the pods to leave " + machine).until(() -> leaving.stream().allMatch(this::isGone));
        return leaving.stream().map(Pods::name).toList();
    }

    private static ProgressWait wait(String what) {
        return new ProgressWait(what, Activity.UNSEEN);
    }

    private List<Pod> pods(String machine) {
        return client.pods().inAnyNamespace().withField("spec.nodeName", machine).list().getItems().stream()
                .filter(pod -> !isTiedToItsMachine(pod))
                .toList();
    }

    private static boolean isTiedToItsMachine(Pod pod) {
        return !Pods.annotation(pod, MIRROR).isEmpty()
                || pod.getMetadata().getOwnerReferences().stream()
                        .map(OwnerReference::getKind)
                        .anyMatch("DaemonSet"::equals);
    }

    /// A pod of the same name may be there already, elsewhere.
    private boolean isGone(Pod pod) {
        Pod now = client.pods().resource(pod).get();
        return now == null
                || !now.getMetadata().getUid().equals(pod.getMetadata().getUid());
    }

    private void setUnschedulable(String machine, boolean unschedulable) {
        client.nodes().withName(machine).edit(node -> {
            node.getSpec().setUnschedulable(unschedulable);
            return node;
        });
    }
}
