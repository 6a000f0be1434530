package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class StatefulSetPodTest {
    KubernetesClient kubernetes;

    @Test
    void itsSetSaysHowManyNodesAreWanted() {
        kubernetes
                .resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withName("sql")
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .endSpec()
                        .build())
                .create();

        assertThat(new StatefulSetPod(kubernetes, "sql-2").wanted()).hasValue(2);
    }

    @Test
    void ofASetThatIsGoneNobodyIsWanted() {
        assertThat(new StatefulSetPod(kubernetes, "sql-2").wanted()).hasValue(0);
    }

    @Test
    void whatANodeIsStandsInItsPodsLabels() {
        kubernetes
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("sql-0")
                        .addToLabels("app", "sql")
                        .endMetadata()
                        .build())
                .create();

        new StatefulSetPod(kubernetes, "sql-0")
                .show(Map.of("hotfleet.io/hooks", "12"), Map.of("hotfleet.io/term", "3"));

        assertThat(kubernetes.pods().withName("sql-0").get().getMetadata().getLabels())
                .containsEntry("app", "sql")
                .containsEntry("hotfleet.io/hooks", "12");
    }

    @Test
    void aPodThatIsGoneIsNoFailure() {
        new StatefulSetPod(kubernetes, "sql-9").show(Map.of("a", "b"), Map.of());

        assertThat(kubernetes.pods().withName("sql-9").get()).isNull();
    }
}
