package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/// What is asked of pods; all that matter here have one container that counts, their first.
public final class Pods {

    private Pods() {}

    public static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    /// Its first container answers; true for a moment also of a pod that has just been deleted.
    public static boolean isReady(Pod pod) {
        return first(pod).map(ContainerStatus::getReady).orElse(false);
    }

    /// As Kubernetes counts them.
    public static int restarts(Pod pod) {
        return first(pod).map(ContainerStatus::getRestartCount).orElse(0);
    }

    /// Empty where there is none.
    public static String annotation(Pod pod, String key) {
        return Optional.ofNullable(pod.getMetadata().getAnnotations())
                .map(all -> all.get(key))
                .orElse("");
    }

    /// Empty where there is none.
    static String label(Pod pod, String key) {
        return Optional.ofNullable(pod.getMetadata().getLabels())
                .map(all -> all.get(key))
                .orElse("");
    }

    /// Why its container does not run; empty where it does.
    static String waitsFor(Pod pod) {
        return first(pod)
                .map(status -> status.getState().getWaiting())
                .map(waiting -> waiting.getReason())
                .orElse("");
    }

    private static Optional<ContainerStatus> first(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream().findFirst();
    }
}
