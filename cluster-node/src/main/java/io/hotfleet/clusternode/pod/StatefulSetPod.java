package io.hotfleet.clusternode.pod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.logging.Log;
import java.util.Map;
import java.util.OptionalInt;

/// A pod of a StatefulSet. It needs two rights, both on named objects: to patch its own pod, to read its StatefulSet.
public final class StatefulSetPod implements Pod {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final KubernetesClient kubernetes;
    private final String pod;

    /// @param pod name of the own pod, which ends in its ordinal
    public StatefulSetPod(KubernetesClient kubernetes, String pod) {
        this.kubernetes = kubernetes;
        this.pod = pod;
    }

    /// Of a set that is gone no node is wanted. Without an answer nothing leaves for good: a vote too many is found
    /// out, one too few may cost the quorum.
    @Override
    public OptionalInt wanted() {
        String set = pod.substring(0, pod.lastIndexOf('-'));
        try {
            StatefulSet found = kubernetes.apps().statefulSets().withName(set).get();
            return OptionalInt.of(found == null ? 0 : found.getSpec().getReplicas());
        } catch (KubernetesClientException e) {
            Log.warnf("How many nodes of %s are wanted cannot be told: %s", set, e.getMessage());
            return OptionalInt.empty();
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
