package io.hotfleet.system.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every scenario, played once and one after another on one deployment, as its user would; the other tests on the
/// cluster, which have a namespace of their own, run beside the first one.
///
/// `HOTFLEET_TEST_SCENARIOS` names some of them; all take 22 minutes. `HOTFLEET_TEST_MACHINERY` names a program that
/// takes `fail-node`, `start-node`, `cut-node` and `join-node` with the number of a Kubernetes node.
@ExtendWith(Cluster.class)
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {

    private static final Duration LONGEST = Duration.ofMinutes(45);
    private static final Path OUT = Path.of("target", "scenarios").toAbsolutePath();
    private static final int LAST_LINES = 12;
    private static final String MACHINERY = System.getenv("HOTFLEET_TEST_MACHINERY");

    private static Cli.Result result;

    @BeforeAll
    static void play() {
        List<String> command = new ArrayList<>(List.of("scenario"));
        command.addAll(scenarios());
        command.addAll(List.of("--kubectl", Cluster.command(), "--out", OUT.toString()));
        for (String what : List.of("fail-node", "start-node", "cut-node", "join-node")) {
            command.addAll(List.of("--" + what, MACHINERY + " " + what + " {number}"));
        }

        result = Cli.inTarget("scenario home")
                .start(command.toArray(String[]::new))
                .await(LONGEST);
    }

    static List<String> scenarios() {
        String some = System.getenv("HOTFLEET_TEST_SCENARIOS");
        return some == null ? List.of("year", "chaos", "scale", "drain", "upgrade", "cut") : List.of(some.split(" "));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyPromiseHolds(String scenario) throws IOException {
        JsonNode outcome = outcome(scenario);
        String shown = Files.readString(OUT.resolve(scenario + ".txt"));

        assertThat(outcome.path("failure").isNull()).as(shown).isTrue();
        assertThat(outcome.path("promises").properties()).as(shown).isNotEmpty().allMatch(promise -> promise.getValue()
                .asBoolean());
    }

    @Test
    void theYearRestartsPodsAsOftenAsItsStrategiesSay() throws IOException {
        assumeThat(scenarios()).contains("year");
        JsonNode figures = outcome("year").path("figures");

        assertThat(figures.findValues("restarts").toString()).isEqualTo("[[12,12,12], [12,12,12], [4,4,4]]");
        assertThat(figures.get(0).at("/seen/sessionsBroken").asInt()).isPositive();
        assertThat(Files.readString(OUT.resolve("year.svg"))).startsWith("<svg");
    }

    @Test
    void nothingIsLeftOnTheCluster() {
        assertThat(result.exitCode()).as(lastWords()).isZero();
        assertThat(Cluster.kubectl("get", "namespaces", "-o", "name")).doesNotContain("hotfleet-play");
    }

    private static JsonNode outcome(String scenario) throws IOException {
        Path file = OUT.resolve(scenario + ".json");
        assertThat(file).as(lastWords()).exists();
        return Json.parse(Files.readString(file));
    }

    private static String lastWords() {
        List<String> lines = result.err();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
