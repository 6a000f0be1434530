package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.util.List;
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
    void theAutoscalersOfOverlayHaScaleTheServices() {
        String scalers = Cluster.overlay("ha").resolve("scaling.yaml").toString();
        Cluster.kubectl("apply", "-n", Cluster.NAMESPACE, "-f", scalers);
        try {
            for (String service : List.of("licensing-service", "patch-service")) {
                Cluster.kubectl(
                        "wait",
                        "-n",
                        Cluster.NAMESPACE,
                        "deployment/" + service,
                        "--for=jsonpath={.status.readyReplicas}=2",
                        "--timeout=180s");
            }

            JsonNode events =
                    Cluster.json("get", "events", "-n", Cluster.NAMESPACE).path("items");

            assertThat(events)
                    .anyMatch(event -> event.path("reason").asText().equals("SuccessfulRescale")
                            && event.path("message").asText().startsWith("New size: 2"));
        } finally {
            Cluster.kubectl("delete", "-n", Cluster.NAMESPACE, "-f", scalers);
            Cluster.kubectl(
                    "scale",
                    "-n",
                    Cluster.NAMESPACE,
                    "deployment/licensing-service",
                    "deployment/patch-service",
                    "--replicas=1");
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
