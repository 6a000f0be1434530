package io.hotfleet.scenarios.command;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.chaos.DisturbanceKind;
import io.hotfleet.scenarios.kubernetes.FaultCommands;
import io.hotfleet.scenarios.kubernetes.KubernetesNamespace;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Plays scenarios on a Kubernetes cluster.
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Plays scenarios on a Kubernetes cluster, and tells which promises held.",
        footer = {
            "",
            "year     the releases of 2025 on three clusters of three pods: uncoordinated, cluster-aware, hotpatches;",
            "         then a Kubernetes node loses its power before the next baseline (with --fail-node)",
            "chaos    a baseline month while pods are deleted: a simulator or patch-service's leader every 20 s, the",
            "         database once a minute",
            "scale    … while cluster and simulators are scaled 3 → 5 → 2",
            "drain    … while a Kubernetes node is drained",
            "cut      … while a Kubernetes node has no network (with --cut-node)",
            "upgrade  … while all three services are rolled over, and rehearsals are played",
            "",
            "It needs kubectl, three Kubernetes nodes and the images on them (docs/kubernetes.md). Everything is in",
            "namespace " + Suite.NAMESPACE + ", which is removed in the end. Exit code 1: a promise did not hold, or a",
            "scenario could not be played to its end; NAME-evidence.txt shows pods, events and logs, and the next one",
            "begins on a suite that is deployed anew.",
            "Example: ./hotfleet scenario chaos drain --kubectl \"kubectl --context test\""
        })
public final class ScenarioCommand implements Callable<Integer> {

    private static final int MONTH_SECONDS_MIN = 10;
    private static final int MONTH_SECONDS_MAX = 3_600;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "year, chaos, scale, drain, cut, upgrade")
    private List<String> names;

    @Option(
            names = "--kubectl",
            defaultValue = "kubectl",
            description = "the command that knows the cluster (${DEFAULT-VALUE})")
    private String command;

    @Option(
            names = "--month",
            paramLabel = "SECONDS",
            defaultValue = "45",
            description = "real seconds that a month of the year lasts (${DEFAULT-VALUE})")
    private int month;

    @Option(
            names = "--fail-node",
            paramLabel = "COMMAND",
            description = "takes the power of a Kubernetes node; {node} is its name, {number} the number at its end")
    private String failNode;

    @Option(names = "--start-node", paramLabel = "COMMAND", description = "gives it back")
    private String startNode;

    @Option(names = "--cut-node", paramLabel = "COMMAND", description = "takes a Kubernetes node off the network")
    private String cutNode;

    @Option(names = "--join-node", paramLabel = "COMMAND", description = "puts it back")
    private String joinNode;

    @Option(names = "--seed", defaultValue = "1", description = "of which pods are deleted (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", paramLabel = "FOLDER", description = "tables, charts, JSON (default: target/scenarios)")
    private Path out;

    @Option(names = "--keep", description = "leave the namespace there")
    private boolean keep;

    @Override
    public Integer call() {
        FaultCommands machinery = new FaultCommands(failNode, startNode, cutNode, joinNode);
        check(machinery);
        Home home = Home.current();
        Path folder = out == null ? home.checkout().resolve("target/scenarios") : out.toAbsolutePath();
        KubernetesNamespace namespace = KubernetesNamespace.of(command, Suite.NAMESPACE);
        Suite suite = new Suite(namespace, machinery, home.checkout().resolve("k8s/scenarios"));
        Scenarios scenarios = new Scenarios(suite, month, seed, folder);
        Thread whenEnded = new Thread(() -> {
            Messages.mute();
            scenarios.end(keep);
        });
        Runtime.getRuntime().addShutdownHook(whenEnded);
        List<Outcome> outcomes = scenarios.play(names);
        return outcomes.stream().allMatch(Outcome::isFine) ? 0 : 1;
    }

    private void check(FaultCommands machinery) {
        for (String name : names) {
            if (!name.equals(Scenarios.YEAR) && DisturbanceKind.named(name) == null) {
                throw Failure.badInput(
                        "'%s' is no scenario: year, chaos, scale, drain, cut and upgrade are".formatted(name));
            }
            if (DisturbanceKind.named(name) == DisturbanceKind.CUT && !machinery.hasCable()) {
                throw Failure.badInput("cut needs --cut-node and --join-node");
            }
        }
        if (month < MONTH_SECONDS_MIN || month > MONTH_SECONDS_MAX) {
            throw Failure.badInput(
                    "--month: %d is not between %d and %,d".formatted(month, MONTH_SECONDS_MIN, MONTH_SECONDS_MAX));
        }
    }
}
