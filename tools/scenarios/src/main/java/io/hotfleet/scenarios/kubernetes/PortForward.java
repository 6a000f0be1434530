package io.hotfleet.scenarios.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A way from this machine to a service, by port-forward. It leads to one pod; when that goes, another way is opened,
/// to another pod where there is one: a pod whose machine is cut off counts as ready for most of a minute.
final class PortForward implements AutoCloseable {

    private static final int PORT = 8080;

    private final KubernetesNamespace namespace;
    private final String service;
    private Optional<LocalPortForward> way = Optional.empty();
    private String last = "";

    PortForward(KubernetesNamespace namespace, String service) {
        this.namespace = namespace;
        this.service = service;
    }

    /// Where the service answers now.
    ///
    /// @throws IOException where no pod takes the connection at this moment
    synchronized URI address() throws IOException {
        if (way.isEmpty() || !way.get().isAlive() || way.get().errorOccurred()) {
            close();
            way = Optional.of(open());
        }
        return URI.create("http://127.0.0.1:" + way.get().getLocalPort());
    }

    /// The next call opens another way.
    @Override
    public synchronized void close() {
        if (way.isPresent()) {
            try {
                way.get().close();
            } catch (IOException | KubernetesClientException e) {
                // what it led to has gone
            }
            way = Optional.empty();
        }
    }

    private LocalPortForward open() throws IOException {
        try {
            List<Pod> ready = namespace.pods("app=" + service).stream()
                    .filter(Pods::isReady)
                    .filter(each -> each.getMetadata().getDeletionTimestamp() == null)
                    .toList();
            Pod pod = ready.stream()
                    .filter(each -> !each.getMetadata().getName().equals(last))
                    .findFirst()
                    .or(() -> ready.stream().findFirst())
                    .orElseThrow(() -> new IOException("no pod of " + service + " is ready"));
            last = pod.getMetadata().getName();
            return namespace.client().pods().resource(pod).portForward(PORT);
        } catch (KubernetesClientException e) {
            throw new IOException("no pod of " + service + " can be reached", e);
        }
    }
}
