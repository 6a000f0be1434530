package io.hotfleet.simulator.fleet.sharding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.hotfleet.simulator.fleet.sharding.Simulators.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against Fabric8's own server, which keeps the StatefulSet.
@EnableKubernetesMockClient(crud = true)
class StatefulSimulatorsTest {
    private static final String SET = "/apis/apps/v1/namespaces/test/statefulsets/node-simulator";
    private static final PodName POD = new PodName("node-simulator", 1);

    static KubernetesClient kubernetes;
    static KubernetesMockServer server;
    private StatefulSimulators simulators;

    @BeforeEach
    void deploy() {
        server.reset();
        kubernetes
                .resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withName("node-simulator")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(3)
                        .endSpec()
                        .withNewStatus()
                        .withReadyReplicas(2)
                        .endStatus()
                        .build())
                .create();
        simulators = new StatefulSimulators(kubernetes, POD);
    }

    @Test
    void theStatefulSetSaysHowManyAreWantedAndReady() {
        Size size = simulators.size();

        assertThat(size).isEqualTo(new Size(3, 2));
    }

    @Test
    void scalingIsSeenByWhoeverReadsTheStatefulSet() {
        Size size = simulators.scale(5);

        assertThat(size.replicas()).isEqualTo(5);
        assertThat(simulators.size().replicas()).isEqualTo(5);
    }

    @Test
    void theSameNumberAgainChangesNothing() {
        simulators.scale(5);

        Size again = simulators.scale(5);

        assertThat(again.replicas()).isEqualTo(5);
    }

    /// What rights.yaml allows.
    @Test
    void onlyTheStatefulSetAndItsScaleAreAskedFor() throws InterruptedException {
        int before = server.getRequestCount();

        simulators.scale(4);

        assertThat(requests(before)).containsOnly("GET " + SET, "GET " + SET + "/scale", "PUT " + SET + "/scale");
    }

    @Test
    void aRefusalIsToldInTheServersOwnWords() {
        Status refusal =
                new StatusBuilder().withCode(403).withMessage("not yours").build();
        server.expect().get().withPath(SET).andReturn(403, refusal).once();

        assertThatThrownBy(simulators::size)
                .isInstanceOf(KubernetesUnavailable.class)
                .hasMessage("not yours");
    }

    @Test
    void aStatefulSetThatIsGoneIsTold() {
        kubernetes.apps().statefulSets().withName("node-simulator").delete();

        assertThatThrownBy(simulators::size)
                .isInstanceOf(KubernetesUnavailable.class)
                .hasMessageContaining("node-simulator");
    }

    private List<String> requests(int before) throws InterruptedException {
        List<String> all = new ArrayList<>();
        int made = server.getRequestCount();
        for (int i = 0; i < made; i++) {
            RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
            if (i >= before) {
                all.add(request.getMethod() + " " + request.getPath());
            }
        }
        return all;
    }
}
