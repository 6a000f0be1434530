package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.stack.process.Ports;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.SharedStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

        try (Process forward = forward("service/node-simulator", Ports.free())) {
            Cli.Result there = SharedStack.CLI.run("rehearse", FLEET, "--json", "-", "--server", address(forward));

            assertThat(there.exitCode()).as("%s", there.err()).isZero();
            assertThat(there.out()).isNotEmpty().isEqualTo(here.out());
        }
    }

    @Test
    void theDeployedSuiteChecksAsThisMachineDoes() throws IOException {
        Cli.Result here = SharedStack.CLI.run("check", FLEET, "--at", "2025-06-01");

        try (Process forward = forward("service/node-simulator", Ports.free())) {
            Cli.Result there = SharedStack.CLI.run("check", FLEET, "--at", "2025-06-01", "--server", address(forward));

            assertThat(there.out()).isNotEmpty().isEqualTo(here.out());
        }
    }

    @Test
    void everyPodWasAdmittedUnderTheRestrictedProfile() {
        JsonNode namespace = Cluster.json("get", "namespace", Cluster.NAMESPACE);
        JsonNode pods = Cluster.json("get", "pods", "-n", Cluster.NAMESPACE).path("items");

        assertThat(namespace.at("/metadata/labels/pod-security.kubernetes.io~1enforce").asText())
                .isEqualTo("restricted");
        assertThat(pods).hasSizeGreaterThanOrEqualTo(4);
    }

    private static Process forward(String target, int port) {
        return Cluster.start("port-forward", "-n", Cluster.NAMESPACE, target, port + ":80");
    }

    /// Waits until the tunnel says where it listens.
    private static String address(Process forward) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(forward.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("Forwarding from 127.0.0.1:")) {
                return "http://" + line.replaceAll("Forwarding from (\\S+) .*", "$1");
            }
        }
        throw new AssertionError("the tunnel ended");
    }
}
