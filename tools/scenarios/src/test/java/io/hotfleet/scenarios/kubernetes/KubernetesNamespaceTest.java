package io.hotfleet.scenarios.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@EnableKubernetesMockClient(crud = true)
class KubernetesNamespaceTest {

    private KubernetesMockServer server;
    private NamespacedKubernetesClient client;
    private KubernetesNamespace namespace;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Path kubectl = Files.writeString(folder.resolve("kubectl"), """
                #!/bin/sh
                [ "$1" = kustomize ] && exec cat "$2/objects.yaml"
                """);
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwx------"));
        namespace = new KubernetesNamespace(client.inNamespace("play"), Kubectl.of(kubectl.toString()), "play");
    }

    @Test
    void whoeverGetsNoAnswerAsksAgain() {
        String path = "/api/v1/namespaces/play/pods?labelSelector=app%3Dsql";
        server.expect().get().withPath(path).andReturn(503, "").once();
        server.expect()
                .get()
                .withPath(path)
                .andReturn(200, new PodListBuilder().withItems(pod("sql-0")).build())
                .once();

        assertThat(namespace.pods("app=sql")).extracting(Pods::name).containsExactly("sql-0");
    }

    @Test
    void aPodThatIsGoneIsDeletedWithoutComplaint() {
        namespace.deletePod("sql-0");

        assertThat(namespace.client().pods().list().getItems()).isEmpty();
    }

    @Test
    void whatAFolderMakesIsWithdrawnAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("objects.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, namespace: play}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: b, namespace: play}
                """);

        List.of("a", "b", "c").forEach(this::addConfigMap);

        namespace.withdraw(folder);

        assertThat(namespace.client().configMaps().list().getItems())
                .extracting(each -> each.getMetadata().getName())
                .containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 3, 3, true", "1, 3, 3, 3, false", "2, 2, 3, 3, false", "2, 3, 2, 3, false", "2, 3, 3, 4, false"})
    void aRolloutIsDoneWhenAllPodsAreNewAndReady(ArgumentsAccessor row) {
        StatefulSet set = new StatefulSetBuilder()
                .withNewMetadata()
                .withName("sql")
                .withGeneration(2L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(3)
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(row.getLong(0))
                .withUpdatedReplicas(row.getInteger(1))
                .withReadyReplicas(row.getInteger(2))
                .withReplicas(row.getInteger(3))
                .endStatus()
                .build();
        server.expect()
                .get()
                .withPath("/apis/apps/v1/namespaces/play/statefulsets/sql")
                .andReturn(200, set)
                .always();

        assertThat(namespace.statefulSet("sql").isRolledOut()).isEqualTo(row.getBoolean(4));
    }

    @Test
    void aMachineThatIsCordonedTakesNoMorePods() {
        Node machine = new NodeBuilder()
                .withNewMetadata()
                .withName("node-2")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        client.nodes().resource(machine).create();

        namespace.maintenance().cordon("node-2");
        boolean cordoned = client.nodes().withName("node-2").get().getSpec().getUnschedulable();
        namespace.maintenance().uncordon("node-2");

        assertThat(cordoned).isTrue();
        assertThat(client.nodes().withName("node-2").get().getSpec().getUnschedulable())
                .isFalse();
    }

    private void addConfigMap(String name) {
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
        namespace.client().configMaps().resource(map).create();
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("play")
                .addToLabels("app", "sql")
                .endMetadata()
                .build();
    }
}
