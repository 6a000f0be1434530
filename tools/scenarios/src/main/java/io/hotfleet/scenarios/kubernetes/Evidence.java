package io.hotfleet.scenarios.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Failure;

/// What a namespace looks like, for whoever has to find out why a scenario went wrong.
public final class Evidence {

    private static final int PODS_MAX = 40;
    private static final String LINES_MAX = "--tail=300";

    private final Kubectl kubectl;
    private final StringBuilder text = new StringBuilder();

    private Evidence(Kubectl kubectl) {
        this.kubectl = kubectl;
    }

    /// Machines, pods, events, and the last lines of every container, also of one that has ended before.
    public static String of(Kubectl kubectl) {
        Evidence evidence = new Evidence(kubectl);
        evidence.add("get", "nodes", "-o", "wide");
        evidence.add("get", "pods", "-o", "wide");
        evidence.add("get", "events", "--sort-by=.lastTimestamp");
        evidence.addLogs();
        return evidence.text.toString();
    }

    private void addLogs() {
        try {
            kubectl.json("get", "pods")
                    .path("items")
                    .valueStream()
                    .limit(PODS_MAX)
                    .forEach(pod -> {
                        String name = pod.at("/metadata/name").asText();
                        add("logs", name, "--all-containers", LINES_MAX);
                        if (hasRestarted(pod)) {
                            add("logs", name, "--all-containers", "--previous", LINES_MAX);
                        }
                    });
        } catch (Failure e) {
            text.append(e.getMessage()).append('\n');
        }
    }

    private static boolean hasRestarted(JsonNode pod) {
        return pod.at("/status/containerStatuses/0/restartCount").asInt() > 0;
    }

    /// What cannot be had is told in its place: the rest is worth having.
    private void add(String... arguments) {
        text.append("== kubectl ").append(String.join(" ", arguments)).append('\n');
        try {
            text.append(kubectl.run(arguments));
        } catch (Failure e) {
            text.append(e.getMessage()).append('\n');
        }
    }
}
