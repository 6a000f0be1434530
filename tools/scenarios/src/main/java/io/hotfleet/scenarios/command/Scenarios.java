package io.hotfleet.scenarios.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.chaos.BaselineMonth;
import io.hotfleet.scenarios.chaos.DisturbanceKind;
import io.hotfleet.scenarios.kubernetes.Evidence;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import io.hotfleet.scenarios.year.YearScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Scenarios one after another. One that cannot be played to its end does not take those after it along: they begin on
/// a suite that is deployed anew.
final class Scenarios {

    static final String YEAR = "year";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Suite suite;
    private final BaselineMonth baseline;
    private final int month;
    private final long seed;
    private final Path folder;
    private volatile boolean isStopped;

    /// @param month real seconds that a month of the year lasts
    /// @param seed of what happens by chance
    /// @param folder of tables, charts, JSON
    Scenarios(Suite suite, int month, long seed, Path folder) {
        this.suite = suite;
        this.baseline = new BaselineMonth(suite);
        this.month = month;
        this.seed = seed;
        this.folder = folder;
    }

    /// Puts back what was taken away, also in the middle of a scenario. What fails from now on fails for that reason.
    ///
    /// @param keep the namespace
    void end(boolean keep) {
        isStopped = true;
        baseline.end();
        suite.close();
        if (!keep) {
            suite.remove();
        }
    }

    List<Outcome> play(List<String> names) {
        suite.deploy();
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : names) {
            Messages.print("scenario " + name);
            if (!outcomes.isEmpty() && outcomes.getLast().hasFailed()) {
                suite.deploy();
                baseline.forget();
            }
            Outcome outcome = toItsEnd(name);
            outcomes.add(outcome);
            System.out.println(outcome.show());
            write(outcome);
        }
        return outcomes;
    }

    /// A failure that nobody foresaw is this scenario's as well; its stack trace is among the evidence. What is left of
    /// the year is removed: it would only be in the way of another.
    private Outcome toItsEnd(String name) {
        long begin = System.nanoTime();
        try {
            Outcome outcome = play(name);
            if (!outcome.isFine()) {
                outcome.file(evidenceFile(name), Evidence.of(suite.namespace()));
            }
            if (name.equals(YEAR)) {
                suite.withdraw(YEAR);
            }
            return outcome;
        } catch (RuntimeException e) {
            if (isStopped) {
                throw e;
            }
            Messages.print("scenario %s ends early: %s".formatted(name, e));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return Outcome.failed(name, took, e instanceof Failure ? e.getMessage() : e.toString())
                    .file(evidenceFile(name), stackTrace(e) + Evidence.of(suite.namespace()));
        }
    }

    private Outcome play(String name) {
        if (!name.equals(YEAR)) {
            baseline.build();
            return DisturbanceKind.named(name).play(baseline, seed);
        }
        baseline.clear();
        return new YearScenario(suite, month).play();
    }

    private static String evidenceFile(String name) {
        return name + "-evidence.txt";
    }

    private static String stackTrace(RuntimeException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private void write(Outcome outcome) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(outcome.scenario() + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(outcome.json()) + "\n");
            Files.writeString(folder.resolve(outcome.scenario() + ".txt"), outcome.show());
            Files.deleteIfExists(folder.resolve(evidenceFile(outcome.scenario())));
            for (Map.Entry<String, String> file : outcome.files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (JsonProcessingException e) {
            throw Failure.of("the outcome has no JSON form", e);
        } catch (IOException e) {
            throw Failure.of("cannot write to " + folder, e);
        }
    }
}
