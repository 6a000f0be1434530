package io.hotfleet.patch.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same against a real cluster, where the environment names one.
class LeaseOnClusterTest {
    private static final String KUBECONFIG = System.getenv("HOTFLEET_TEST_KUBECONFIG");

    private final String namespace = "hotfleet-lease-" + UUID.randomUUID();
    private KubernetesClient kubernetes;

    @BeforeEach
    void connect() {
        assumeThat(KUBECONFIG)
                .as("skipped: HOTFLEET_TEST_KUBECONFIG names no cluster")
                .isNotNull();
        kubernetes = client();
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterEach
    void remove() {
        if (kubernetes != null) {
            kubernetes.namespaces().withName(namespace).delete();
            kubernetes.close();
        }
    }

    /// Its connection goes, as with its process: nobody gives the Lease back, and nobody tells it.
    @Test
    void anotherFollowsALeaderThatIsGone() throws InterruptedException {
        KubernetesClient own = client();
        LeaseCandidate first = new LeaseCandidate(own, namespace, "first");
        first.join();
        first.awaitElected();
        LeaseCandidate second = new LeaseCandidate(kubernetes, namespace, "second");
        second.join();

        own.close();
        second.awaitElected();

        assertThat(holder()).isEqualTo("second");
        second.leave();
    }

    private String holder() {
        return kubernetes
                .leases()
                .inNamespace(namespace)
                .withName(LeaseCandidate.OFFICE)
                .get()
                .getSpec()
                .getHolderIdentity();
    }

    private static KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(new File(KUBECONFIG)))
                .build();
    }
}
