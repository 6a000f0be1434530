package io.hotfleet.simulator.fleet.sharding;

import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// An API server with a StatefulSet of two simulators; the one under test is the second.
public final class TestStatefulSet implements QuarkusTestResourceLifecycleManager {
    private static final String NAMESPACE = "test";

    private KubernetesMockServer server;

    @Override
    public Map<String, String> start() {
        server = new KubernetesMockServer(
                new io.fabric8.mockwebserver.Context(),
                new MockWebServer(),
                new HashMap<>(),
                new KubernetesCrudDispatcher(),
                false);
        server.init();
        try (KubernetesClient kubernetes = server.createClient()) {
            kubernetes
                    .resource(new StatefulSetBuilder()
                            .withNewMetadata()
                            .withNamespace(NAMESPACE)
                            .withName("node-simulator")
                            .endMetadata()
                            .withNewSpec()
                            .withReplicas(2)
                            .endSpec()
                            .build())
                    .create();
        }
        // as a pod's service account would
        System.setProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, server.url("/"));
        System.setProperty(Config.KUBERNETES_NAMESPACE_SYSTEM_PROPERTY, NAMESPACE);
        return Map.of("hotfleet.share.by", "stateful-set", "hotfleet.share.pod", "node-simulator-1");
    }

    @Override
    public void stop() {
        System.clearProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY);
        System.clearProperty(Config.KUBERNETES_NAMESPACE_SYSTEM_PROPERTY);
        if (server != null) {
            server.destroy();
        }
    }
}
