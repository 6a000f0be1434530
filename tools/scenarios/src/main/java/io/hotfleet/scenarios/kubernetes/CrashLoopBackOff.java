package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.hotfleet.cli.output.Messages;
import java.time.Instant;

/// Kubernetes' wait before it starts a container again, which restarts of a year in minutes meet all the time and
/// restarts of a real year never do.
///
/// Once a kubelet has met a wait it looks at the pod again after 10 to 15 s, even if the wait was over much sooner;
/// or at once, when something about the pod changes.
public final class CrashLoopBackOff {

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final String LOOK = "{\"metadata\": {\"annotations\": {\"hotfleet.io/look\": \"%s\"}}}";

    private final KubernetesNamespace namespace;
    private final String labels;
    private boolean hasFailed;

    /// @param labels of the pods in question
    public CrashLoopBackOff(KubernetesNamespace namespace, String labels) {
        this.namespace = namespace;
        this.labels = labels;
    }

    /// Lets kubelets look whether the wait of containers is over; they decide themselves. To be called again and again.
    public void look() {
        try {
            for (Pod pod : namespace.pods(labels)) {
                if (Pods.waitsFor(pod).equals("CrashLoopBackOff")) {
                    namespace.client().pods().resource(pod).patch(MERGE, LOOK.formatted(Instant.now()));
                }
            }
        } catch (KubernetesClientException e) {
            if (!hasFailed) {
                Messages.print("kubelets are not told to look, and start containers later: " + e.getMessage());
            }
            hasFailed = true;
        }
    }
}
