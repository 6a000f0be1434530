package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.output.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Kubernetes' wait before it starts a container again, which restarts of a year in minutes meet all the time and
/// restarts of a real year never do.
///
/// Once a kubelet has met a wait it looks at the pod again after 10 to 15 s, even if the wait was over much sooner;
/// or at once, when something about the pod changes.
public final class CrashLoopBackOff {
    private static final String LOOK = "hotfleet.io/look=";

    private final Kubectl kubectl;
    private final String labels;
    private boolean hasFailed;

    /// @param labels of the pods in question
    public CrashLoopBackOff(Kubectl kubectl, String labels) {
        this.kubectl = kubectl;
        this.labels = labels;
    }

    /// Lets kubelets look whether the wait of containers is over; they decide themselves. To be called again and again.
    public void look() {
        try {
            List<String> waiting = kubectl.pods(labels)
                    .valueStream()
                    .filter(CrashLoopBackOff::waits)
                    .map(pod -> pod.at("/metadata/name").asText())
                    .toList();
            if (!waiting.isEmpty()) {
                List<String> command = new ArrayList<>(List.of("annotate", "--overwrite", "pods"));
                command.addAll(waiting);
                command.add(LOOK + Instant.now());
                kubectl.run(command.toArray(String[]::new));
            }
        } catch (Failure e) {
            if (!hasFailed) {
                Messages.print("kubelets are not told to look, and start containers later: " + e.getMessage());
            }
            hasFailed = true;
        }
    }

    private static boolean waits(JsonNode pod) {
        return pod.at("/status/containerStatuses/0/state/waiting/reason")
                .asText()
                .equals("CrashLoopBackOff");
    }
}
