package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hotfleet.system.stack.Cli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the overlays say, by the API server's own judgement and by the house's policy.
@ExtendWith(Cluster.class)
class ManifestsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> OPERATORS_OWN = Set.of("ServiceMonitor", "PrometheusRule", "Cluster");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "ha"})
    void theApiServerAcceptsEveryOverlay(String overlay) {
        StringBuilder known = new StringBuilder();
        for (JsonNode each : objects(overlay)) {
            if (!OPERATORS_OWN.contains(each.path("kind").asText())) {
                // a dry run makes no namespace for what comes after
                String text = each.toString().replace("\"namespace\":\"hotfleet\"", "\"namespace\":\"default\"");
                known.append("---\n").append(text).append('\n');
            }
        }

        String said = Cluster.kubectlWith(known.toString(), "apply", "--dry-run=server", "-f", "-");

        assertThat(said.lines()).isNotEmpty().allMatch(line -> line.endsWith("(server dry run)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "ha"})
    void everyPodKeepsTheHousePolicy(String overlay) {
        List<String> breaches = new ArrayList<>();
        for (JsonNode each : objects(overlay)) {
            JsonNode pod = each.at("/spec/template/spec");
            if (!pod.isMissingNode()) {
                breaches.addAll(breaches(each, pod));
            }
        }

        assertThat(breaches).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "ha"})
    void noOverlayHoldsASecret(String overlay) {
        assertThat(objects(overlay))
                .isNotEmpty()
                .noneMatch(each -> each.path("kind").asText().equals("Secret"));
    }

    /// A name among rights is replaced where an object that kustomize names anew has the same.
    @ParameterizedTest
    @ValueSource(strings = {"stage", "year"})
    void aPodThatIsANodeMayAskWhetherItIsScaledIn(String scenario) {
        List<JsonNode> objects = objectsOf(Cli.ROOT.resolve("k8s/scenarios").resolve(scenario));
        List<String> sets = objects.stream()
                .filter(each -> each.path("kind").asText().equals("StatefulSet"))
                .map(each -> each.at("/metadata/name").asText())
                .toList();

        List<String> readable = objects.stream()
                .flatMap(each -> each.path("rules").valueStream())
                .filter(rule -> rule.at("/resources/0").asText().equals("statefulsets"))
                .map(rule -> rule.at("/resourceNames/0").asText())
                .toList();

        assertThat(readable).isNotEmpty().containsExactlyInAnyOrderElementsOf(sets);
    }

    private static List<String> breaches(JsonNode workload, JsonNode pod) {
        List<String> breaches = new ArrayList<>();
        String name = workload.path("kind").asText() + " "
                + workload.at("/metadata/name").asText();
        JsonNode security = pod.path("securityContext");
        expect(breaches, name, "runs as no root", security.path("runAsNonRoot").asBoolean());
        expect(
                breaches,
                name,
                "has a seccomp profile",
                security.at("/seccompProfile/type").isTextual());
        for (JsonNode each : pod.path("containers")) {
            addBreaches(breaches, name, each);
            boolean asked = each.has("readinessProbe") || name.startsWith("Job ");
            expect(breaches, name, "tells whether it is ready", asked);
        }
        return breaches;
    }

    private static void addBreaches(List<String> breaches, String name, JsonNode container) {
        JsonNode security = container.path("securityContext");
        JsonNode resources = container.path("resources");
        String image = container.path("image").asText();
        expect(
                breaches,
                name,
                "cannot write",
                security.path("readOnlyRootFilesystem").asBoolean());
        expect(
                breaches,
                name,
                "cannot gain",
                !security.path("allowPrivilegeEscalation").asBoolean(true));
        expect(
                breaches,
                name,
                "drops all",
                "ALL".equals(security.at("/capabilities/drop/0").asText()));
        expect(breaches, name, "asks for CPU", resources.at("/requests/cpu").isTextual());
        expect(
                breaches,
                name,
                "has a limit of memory",
                resources.at("/limits/memory").isTextual());
        expect(breaches, name, "names a version", image.matches(".+:[^:/]+") && !image.endsWith(":latest"));
    }

    private static void expect(List<String> breaches, String name, String what, boolean kept) {
        if (!kept) {
            breaches.add(name + ": " + what);
        }
    }

    private static List<JsonNode> objects(String overlay) {
        return objectsOf(Cluster.overlay(overlay));
    }

    private static List<JsonNode> objectsOf(Path folder) {
        String yaml = Cluster.kubectl("kustomize", folder.toString());
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            all.forEachRemaining(objects::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return objects;
    }
}
