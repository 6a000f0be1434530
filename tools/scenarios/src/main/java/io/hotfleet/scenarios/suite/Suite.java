package io.hotfleet.scenarios.suite;

import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.kubernetes.FaultCommands;
import io.hotfleet.scenarios.kubernetes.KubernetesNamespace;
import io.hotfleet.scenarios.kubernetes.ServiceApi;
import io.hotfleet.scenarios.kubernetes.Workload;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The three services and their database in the scenarios' namespace, and ways to call them.
public final class Suite implements AutoCloseable {

    public static final String NAMESPACE = "hotfleet-play";

    private final KubernetesNamespace namespace;
    private final FaultCommands machinery;
    private final Path folder;
    private final Map<Service, ServiceApi> apis = new EnumMap<>(Service.class);
    private final String victim;

    /// @param folder `k8s/scenarios`
    public Suite(KubernetesNamespace namespace, FaultCommands machinery, Path folder) {
        this.namespace = namespace;
        this.machinery = machinery;
        this.folder = folder;
        for (Service service : Service.values()) {
            apis.put(service, new ServiceApi(namespace, service.module()));
        }
        this.victim = namespace.maintenance().machines().getLast();
    }

    public KubernetesNamespace namespace() {
        return namespace;
    }

    public FaultCommands machinery() {
        return machinery;
    }

    public ServiceApi api(Service service) {
        return apis.get(service);
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
            simulators().scale(0);
            namespace.statefulSet("postgres").awaitRollout();
            stateless().forEach(Workload::awaitRollout);
        });
    }

    /// @param replicas of patch-service and licensing-service
    /// @param simulators of node-simulator
    public void grow(int replicas, int simulators) {
        awayFromVictim(() -> {
            stateless().forEach(service -> service.scale(replicas));
            simulators().scale(simulators);
            services().forEach(Workload::awaitRollout);
        });
    }

    /// All three services.
    public List<Workload> services() {
        return Stream.concat(stateless().stream(), Stream.of(simulators())).toList();
    }

    public Workload simulators() {
        return namespace.statefulSet("node-simulator");
    }

    private List<Workload> stateless() {
        return List.of(namespace.deployment("licensing-service"), namespace.deployment("patch-service"));
    }

    private void awayFromVictim(Runnable deployment) {
        namespace.maintenance().cordon(victim);
        try {
            deployment.run();
        } finally {
            namespace.maintenance().uncordon(victim);
        }
    }

    /// @param name of a folder below `k8s/scenarios`
    public void withdraw(String name) {
        namespace.withdraw(folder.resolve(name));
    }

    /// @param name of a folder below `k8s/scenarios`
    public void apply(String name) {
        namespace.apply(folder.resolve(name));
    }

    /// With everything that was deployed.
    public void remove() {
        namespace.remove();
    }

    @Override
    public void close() {
        apis.values().forEach(ServiceApi::close);
    }
}
