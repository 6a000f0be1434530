package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each arrow of the network policies, tried from a pod with the labels of its tail: every pod tries everything, so an
/// arrow that should not be there shows as well. By address, for a pod without labels may not even ask for names.
@ExtendWith({Cluster.class, Deployed.class})
class NetworkTest {

    private static final String ELSEWHERE = "hotfleet-callers";
    private static final Map<String, String> EVERYTHING = new TreeMap<>();

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: %s, labels: {%s}}
            spec:
              restartPolicy: Never
              automountServiceAccountToken: false
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: reach
                  image: hotfleet/bootstrap:0.1.0
                  imagePullPolicy: Never
                  command: [/opt/java/bin/java, -cp, /app/bootstrap.jar, io.hotfleet.images.bootstrap.Reach, %s]
                  readinessProbe: {tcpSocket: {port: 1}}
                  securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    @BeforeAll
    static void findEverything() {
        for (String app : new String[] {"licensing-service", "patch-service", "node-simulator"}) {
            EVERYTHING.put(address(app) + ":8080", app);
        }
        EVERYTHING.put(address("postgres") + ":5432", "postgres");
        String api = Cluster.json("get", "service", "kubernetes", "-n", "default")
                .at("/spec/clusterIP")
                .asText();
        EVERYTHING.put(api + ":443", "kubernetes");
        Cluster.kubectl("create", "namespace", ELSEWHERE);
    }

    @AfterAll
    static void removeCallers() {
        Cluster.kubectl("delete", "namespace", ELSEWHERE);
    }

    @ParameterizedTest
    @CsvSource({
        "licensing-service, postgres",
        "patch-service, kubernetes licensing-service postgres",
        "node-simulator, kubernetes licensing-service patch-service postgres",
        "bootstrap, kubernetes postgres"
    })
    void aServiceReachesWhatItsArrowsLeadTo(String app, String heads) {
        Set<String> reached = reached(Cluster.NAMESPACE, "as-" + app, "app: " + app);

        assertThat(String.join(" ", reached)).isEqualTo(heads);
    }

    @ParameterizedTest
    @CsvSource({"licensing-service", "patch-service", "node-simulator"})
    void aCallerFromElsewhereReachesTheServiceThatItsLabelNames(String service) {
        Set<String> reached =
                reached(ELSEWHERE, "calls-" + service, "hotfleet.io/calls-%s: \"true\"".formatted(service));

        assertThat(reached).containsExactlyInAnyOrder("kubernetes", service);
    }

    @Test
    void aCallerFromElsewhereWithoutLabelsReachesNothingOfTheSuite() {
        assertThat(reached(ELSEWHERE, "stranger", "")).containsExactly("kubernetes");
    }

    @Test
    void aPodOfTheSuitesNamespaceWithoutLabelsReachesNothing() {
        assertThat(reached(Cluster.NAMESPACE, "stranger", "")).isEmpty();
    }

    private static Set<String> reached(String namespace, String name, String labels) {
        String addresses = '"' + String.join("\", \"", EVERYTHING.keySet()) + '"';
        Cluster.kubectlWith(POD.formatted(name, namespace, labels, addresses), "apply", "-f", "-");
        String ended = "--for=jsonpath={.status.phase}=Succeeded";
        Cluster.kubectl("wait", "pod/" + name, "-n", namespace, ended, "--timeout=120s");
        Set<String> reached = new TreeSet<>();
        for (String line :
                Cluster.kubectl("logs", name, "-n", namespace).lines().toList()) {
            assertThat(line).endsWith("reached");
            if (!line.endsWith("not reached")) {
                reached.add(EVERYTHING.get(line.split(" ")[0]));
            }
        }
        Cluster.kubectl("delete", "pod", name, "-n", namespace);
        return reached;
    }

    private static String address(String app) {
        return Cluster.json("get", "pods", "-n", Cluster.NAMESPACE, "-l", "app=" + app)
                .at("/items/0/status/podIP")
                .asText();
    }
}
