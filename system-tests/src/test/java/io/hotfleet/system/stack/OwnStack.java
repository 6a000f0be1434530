package io.hotfleet.system.stack;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.supervisor.StackStatus;
import io.hotfleet.cli.supervisor.SupervisorClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A stack that belongs to one test class alone, to be broken.
public record OwnStack(Cli cli) {

    // far below the minute for which a service repeats its calls
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    public StackStatus status() {
        return supervisor().status().orElseThrow();
    }

    public StackStatus.Member member(String name) {
        return status().members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public void kill(String service) {
        mark(member(service)).kill();
    }

    public List<ProcessMark> members() {
        return status().members().stream().map(OwnStack::mark).toList();
    }

    public List<ProcessMark> membersOnceARehearsalRuns() {
        await(() -> SupervisorClient.find(home()).isPresent());
        await(() -> supervisor().status().filter(StackStatus::healthy).isPresent());
        URI rehearsals = URI.create(status().url(Service.SIMULATOR) + "/api/v1/rehearsals");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        await(() -> running(http, rehearsals));
        return members();
    }

    /// A fleet whose rehearsal does not end before the test has broken it.
    public String longFleet() throws IOException {
        return file("long.yaml", "fleet: long\nservers: [{name: \"node-[0001-3000]\"}]\n");
    }

    public String shortFleet() throws IOException {
        return file("one.yaml", "fleet: f\nservers: [{name: a}]\n");
    }

    /// @return the file's path
    public String file(String name, String text) throws IOException {
        Path home = cli.home();
        Path folder = Files.createDirectories(home.resolveSibling(home.getFileName() + " input"));
        return Files.writeString(folder.resolve(name), text).toString();
    }

    public static void await(BooleanSupplier condition) {
        new ProgressWait("what the test needs", Activity.UNSEEN).until(condition::getAsBoolean);
    }

    private Home home() {
        return new Home(cli.home(), Cli.ROOT);
    }

    private SupervisorClient supervisor() {
        return SupervisorClient.find(home()).orElseThrow();
    }

    private static boolean running(HttpClient http, URI rehearsals) {
        try {
            return http.send(
                            HttpRequest.newBuilder(rehearsals)
                                    .timeout(ANSWER_MAX)
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .contains("RUNNING");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessMark mark(StackStatus.Member member) {
        return ProcessMark.of(member.pid()).orElseThrow();
    }
}
