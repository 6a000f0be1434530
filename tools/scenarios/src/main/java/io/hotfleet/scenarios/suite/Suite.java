package io.hotfleet.scenarios.suite;

import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.kubernetes.FaultCommands;
import io.hotfleet.scenarios.kubernetes.Kubectl;
import io.hotfleet.scenarios.kubernetes.ServiceApi;
import java.nio.file.Path;
import java.util.List;

/// The three services and their database in the scenarios' namespace, and ways to call them.
public final class Suite implements AutoCloseable {

    public static final String NAMESPACE = "hotfleet-play";

    private final Kubectl kubectl;
    private final FaultCommands machinery;
    private final Path folder;
    private final ServiceApi patch;
    private final ServiceApi licensing;
    private final ServiceApi simulator;
    private final String victim;

    /// @param folder `k8s/scenarios`
    public Suite(Kubectl kubectl, FaultCommands machinery, Path folder) {
        this.kubectl = kubectl;
        this.machinery = machinery;
        this.folder = folder;
        this.patch = new ServiceApi(kubectl, "patch-service");
        this.licensing = new ServiceApi(kubectl, "licensing-service");
        this.simulator = new ServiceApi(kubectl, "node-simulator");
        List<String> machines = kubectl.json("get", "nodes")
                .path("items")
                .valueStream()
                .map(node -> node.at("/metadata/name").asText())
                .sorted()
                .toList();
        this.victim = machines.getLast();
    }

    public Kubectl kubectl() {
        return kubectl;
    }

    public FaultCommands machinery() {
        return machinery;
    }

    public ServiceApi patch() {
        return patch;
    }

    public ServiceApi licensing() {
        return licensing;
    }

    public ServiceApi simulator() {
        return simulator;
    }

    /// The Kubernetes node that scenarios take away: neither the database nor a client is on it.
    public String victim() {
        return victim;
    }

    /// Everything anew: what an earlier play left is removed first.
    public void deploy() {
        remove();
        Messages.print("deploying the suite into namespace %s; node %s takes none of it".formatted(NAMESPACE, victim));
        awayFromVictim(() -> {
            apply("suite");
            kubectl.scale("statefulset/node-simulator", 0);
            List.of("statefulset/postgres", "deployment/licensing-service", "deployment/patch-service")
                    .forEach(kubectl::awaitRollout);
        });
    }

    /// @param replicas of patch-service and licensing-service
    /// @param simulators of node-simulator
    public void grow(int replicas, int simulators) {
        awayFromVictim(() -> {
            kubectl.scale("deployment/licensing-service", replicas);
            kubectl.scale("deployment/patch-service", replicas);
            kubectl.scale("statefulset/node-simulator", simulators);
            List.of("deployment/licensing-service", "deployment/patch-service", "statefulset/node-simulator")
                    .forEach(kubectl::awaitRollout);
        });
    }

    private void awayFromVictim(Runnable deployment) {
        kubectl.run("cordon", victim);
        try {
            deployment.run();
        } finally {
            kubectl.run("uncordon", victim);
        }
    }

    /// @param name of a folder below `k8s/scenarios`
    public void withdraw(String name) {
        kubectl.run("delete", "-k", folder.resolve(name).toString(), "--ignore-not-found", "--timeout=180s");
    }

    /// @param name of a folder below `k8s/scenarios`
    public void apply(String name) {
        kubectl.run("apply", "-k", folder.resolve(name).toString());
    }

    /// With everything that was deployed.
    public void remove() {
        kubectl.run("delete", "namespace", NAMESPACE, "--ignore-not-found", "--timeout=180s");
    }

    @Override
    public void close() {
        patch.close();
        licensing.close();
        simulator.close();
    }
}
