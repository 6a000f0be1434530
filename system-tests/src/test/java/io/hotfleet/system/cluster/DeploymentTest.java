package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The suite as `kubectl apply -k` deploys it.
@ExtendWith({Cluster.class, Deployed.class, SharedStack.class})
class DeploymentTest {

    private static final String FLEET =
            Cli.ROOT.resolve("examples/contoso.yaml").toString();

    @Test
    void theDeployedSuiteReportsByteForByteWhatThisMachineDoes() throws IOException {
        Cli.Result here = SharedStack.CLI.run("rehearse", FLEET, "--json", "-");

        try (Tunnel tunnel = Tunnel.to("node-simulator")) {
            Cli.Result there = SharedStack.CLI.run("rehearse", FLEET, "--json", "-", "--server", tunnel.address());

            assertThat(there.exitCode()).as("%s", there.err()).isZero();
            assertThat(there.out()).isNotEmpty().isEqualTo(here.out());
        }
    }

    @Test
    void theDeployedSuiteChecksAsThisMachineDoes() throws IOException {
        Cli.Result here = SharedStack.CLI.run("check", FLEET, "--at", "2025-06-01");

        try (Tunnel tunnel = Tunnel.to("node-simulator")) {
            Cli.Result there = SharedStack.CLI.run("check", FLEET, "--at", "2025-06-01", "--server", tunnel.address());

            assertThat(there.out()).isNotEmpty().isEqualTo(here.out());
        }
    }

    @Test
    void everyPodWasAdmittedUnderTheRestrictedProfile() {
        JsonNode namespace = Cluster.json("get", "namespace", Cluster.NAMESPACE);
        JsonNode pods = Cluster.json("get", "pods", "-n", Cluster.NAMESPACE).path("items");

        assertThat(namespace
                        .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                        .asText())
                .isEqualTo("restricted");
        assertThat(pods).hasSizeGreaterThanOrEqualTo(4);
    }
}
