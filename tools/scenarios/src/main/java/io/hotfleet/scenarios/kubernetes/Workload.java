package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.ProgressWait;
import java.util.Objects;
import java.util.stream.Stream;

/// A Deployment or a StatefulSet.
///
/// @param shown as a person reads it
/// @param activity of its namespace
public record Workload(String shown, RollableScalableResource<? extends HasMetadata> resource, Activity activity) {

    public void scale(int replicas) {
        resource.scale(replicas);
    }

    /// Its pods are replaced one after another; returns at once.
    public void restart() {
        resource.rolling().restart();
    }

    /// Returns when all its pods are new and ready.
    public void awaitRollout() {
        new ProgressWait("%s to be rolled out".formatted(shown), activity).until(this::isRolledOut);
    }

    /// Whether all its pods are new and ready, and no old one is left.
    public boolean isRolledOut() {
        return switch (resource.get()) {
            case Deployment it ->
                isRolledOut(
                        it,
                        it.getSpec().getReplicas(),
                        it.getStatus().getObservedGeneration(),
                        Stream.of(
                                it.getStatus().getUpdatedReplicas(),
                                it.getStatus().getReadyReplicas(),
                                it.getStatus().getReplicas()));
            case StatefulSet it ->
                isRolledOut(
                        it,
                        it.getSpec().getReplicas(),
                        it.getStatus().getObservedGeneration(),
                        Stream.of(
                                it.getStatus().getUpdatedReplicas(),
                                it.getStatus().getReadyReplicas(),
                                it.getStatus().getReplicas()));
            case null, default -> false;
        };
    }

    /// @param counts of pods; none is told as null
    private static boolean isRolledOut(HasMetadata object, int wanted, Long observed, Stream<Integer> counts) {
        return Objects.equals(observed, object.getMetadata().getGeneration())
                && counts.allMatch(count -> Objects.requireNonNullElse(count, 0) == wanted);
    }
}
