package io.hotfleet.patch.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against Fabric8's own server, which keeps the Lease.
@EnableKubernetesMockClient(crud = true)
class LeaseElectionTest {
    KubernetesClient kubernetes;
    private LeaseCandidate first;
    private LeaseCandidate second;

    @BeforeEach
    void stand() throws InterruptedException {
        first = new LeaseCandidate(kubernetes, "hotfleet", "first");
        first.join();
        first.awaitElected();
        second = new LeaseCandidate(kubernetes, "hotfleet", "second");
        second.join();
    }

    @AfterEach
    void leave() {
        first.leave();
        second.leave();
    }

    @Test
    void theLeaseNamesTheLeader() {
        assertThat(holder()).isEqualTo("first");
        assertThat(second.isElected()).isFalse();
    }

    @Test
    void anotherFollowsALeaderThatStepsBack() throws InterruptedException {
        first.leave();

        second.awaitElected();

        assertThat(holder()).isEqualTo("second");
        assertThat(first.isElected()).isFalse();
    }

    @Test
    void whoHasLeftMayStandAgain() throws InterruptedException {
        first.leave();
        second.awaitElected();
        first.join();

        second.leave();
        first.awaitElected();

        assertThat(holder()).isEqualTo("first");
    }

    private String holder() {
        return kubernetes
                .leases()
                .inNamespace("hotfleet")
                .withName(LeaseCandidate.OFFICE)
                .get()
                .getSpec()
                .getHolderIdentity();
    }
}
