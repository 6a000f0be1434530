package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real cluster, reached by kubectl; without one the tests say in one line that they are skipped.
///
/// `HOTFLEET_TEST_KUBECONFIG` names its file, `HOTFLEET_TEST_KUBECTL` the command (else kubectl). The images of
/// `./hotfleet images --postgres` must lie on its nodes.
final class Cluster implements ExecutionCondition {

    static final String NAMESPACE = "hotfleet";

    private static final String VARIABLE = "HOTFLEET_TEST_KUBECONFIG";
    private static final String KUBECONFIG = System.getenv(VARIABLE);
    private static final long LONGEST_SECONDS = 400;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return KUBECONFIG == null
                ? ConditionEvaluationResult.disabled("no cluster: set " + VARIABLE)
                : ConditionEvaluationResult.enabled(KUBECONFIG);
    }

    /// Says what kubectl said on standard output.
    static String kubectl(String... arguments) {
        return kubectlWith(null, arguments);
    }

    static JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", "json"));
        return Json.parse(kubectl(all.toArray(String[]::new)));
    }

    /// @param input of the command; null for none
    static String kubectlWith(String input, String... arguments) {
        Process process = start(arguments);
        try {
            if (input != null) {
                process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            }
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("kubectl %s: %s", List.of(arguments), out)
                    .isZero();
            return out;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// kubectl as a user would call it.
    static String command() {
        return System.getenv().getOrDefault("HOTFLEET_TEST_KUBECTL", "kubectl") + " --kubeconfig " + KUBECONFIG;
    }

    /// A command that goes on, such as port-forward.
    static Process start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(command().split(" ")));
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Path overlay(String name) {
        return Cli.ROOT.resolve("k8s/overlays").resolve(name);
    }
}
