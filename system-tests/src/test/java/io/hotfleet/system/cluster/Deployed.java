package io.hotfleet.system.cluster;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The suite of overlay test, deployed for a class that needs it and removed after it: whoever drains a node later must
/// not wait for its disruption budgets.
final class Deployed implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(Namespace.create(Deployed.class)).computeIfAbsent("suite", _ -> new Suite(), Suite.class);
    }

    private static final class Suite implements AutoCloseable {

        private Suite() {
            Cluster.kubectl("apply", "-k", Cluster.overlay("test").toString());
            for (String workload : new String[] {
                "statefulset/postgres",
                "deployment/licensing-service",
                "deployment/patch-service",
                "statefulset/node-simulator"
            }) {
                Cluster.kubectl("rollout", "status", "-n", Cluster.NAMESPACE, "--timeout=360s", workload);
            }
        }

        @Override
        public void close() {
            Cluster.kubectl("delete", "namespace", Cluster.NAMESPACE, "--timeout=120s");
        }
    }
}
