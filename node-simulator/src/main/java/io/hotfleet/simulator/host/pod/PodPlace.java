package io.hotfleet.simulator.host.pod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.logging.Log;
import java.util.Map;
import java.util.Optional;

/// A pod of a StatefulSet. It needs two rights, both on named objects: to patch its own pod, to read its StatefulSet.
public final class PodPlace implements Place {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final KubernetesClient kubernetes;
    private final String pod;

    /// @param pod name of the own pod, which ends in its ordinal
    public PodPlace(KubernetesClient kubernetes, String pod) {
        this.kubernetes = kubernetes;
        this.pod = pod;
    }

    /// Without an answer nothing leaves for good: a vote too many is found out, one too few may cost the quorum.
    @Override
    public boolean isScaledIn() {
        int dash = pod.lastIndexOf('-');
        try {
            StatefulSet set = kubernetes
                    .apps()
                    .statefulSets()
                    .withName(pod.substring(0, dash))
                    .get();
            return Optional.ofNullable(set)
                    .map(found -> found.getSpec().getReplicas() <= Integer.parseInt(pod.substring(dash + 1)))
                    .orElse(true);
        } catch (KubernetesClientException e) {
            Log.warnf("Whether %s is scaled in cannot be told: %s", pod, e.getMessage());
            return false;
        }
    }

    @Override
    public boolean show(Map<String, String> labels, Map<String, String> annotations) {
        Map<String, Object> patch = Map.of("metadata", Map.of("labels", labels, "annotations", annotations));
        try {
            kubernetes.pods().withName(pod).patch(MERGE, JSON.writeValueAsString(patch));
            return true;
        } catch (KubernetesClientException e) {
            Log.warnf("The state of %s cannot be shown: %s", pod, e.getMessage());
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts have a JSON form", e);
        }
    }

    @Override
    public void close() {
        kubernetes.close();
    }
}
