package io.hotfleet.simulator.fleet.sharding;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.util.Optional;
import java.util.function.Function;

/// The pods of the StatefulSet that this simulator belongs to. Needs two rights, both on the named object: to get the
/// StatefulSet, and to get and update its scale.
final class StatefulSimulators implements Simulators {
    private final KubernetesClient kubernetes;
    private final PodName pod;

    StatefulSimulators(KubernetesClient kubernetes, PodName pod) {
        this.kubernetes = kubernetes;
        this.pod = pod;
    }

    @Override
    public Optional<PodName> pod() {
        return Optional.of(pod);
    }

    @Override
    public Size size() {
        return told(RollableScalableResource::get);
    }

    @Override
    public Size scale(int replicas) {
        return told(set -> set.scale(replicas));
    }

    private Size told(Function<RollableScalableResource<StatefulSet>, StatefulSet> call) {
        try {
            StatefulSet set = call.apply(kubernetes.apps().statefulSets().withName(pod.statefulSet()));
            if (set == null) {
                throw new KubernetesUnavailable("There is no StatefulSet '" + pod.statefulSet() + "'");
            }
            Optional<Integer> wanted = Optional.ofNullable(set.getSpec()).map(StatefulSetSpec::getReplicas);
            Optional<Integer> ready = Optional.ofNullable(set.getStatus()).map(StatefulSetStatus::getReadyReplicas);
            return new Size(wanted.orElse(1), ready.orElse(0));
        } catch (KubernetesClientException e) {
            throw new KubernetesUnavailable(said(e));
        }
    }

    /// The API server's own words, where it said something.
    private static String said(KubernetesClientException e) {
        return Optional.ofNullable(e.getStatus()).map(Status::getMessage).orElse(e.getMessage());
    }
}
