package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.stack.Home;
import io.hotfleet.stack.Service;
import io.hotfleet.stack.keeper.KeeperClient;
import io.hotfleet.stack.keeper.StackStatus;
import io.hotfleet.stack.process.ProcessMark;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Stacks of their own that come, are broken, and go; beside the tests on the shared stack, one after another.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("own home")
class LifecycleTest {

    private static final Cli CLI = Cli.inTarget("own home");
    private static final Home HOME = new Home(CLI.home(), Cli.ROOT);
    // far below the minute for which a service repeats its calls
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AT_ONCE = Duration.ofSeconds(30);
    // a machine with much else to do takes minutes to start a stack
    private static final Duration HUNG_AFTER = Duration.ofMinutes(4);

    @BeforeAll
    static void beginAnew() {
        CLI.beginAnew();
    }

    @AfterEach
    void down() {
        CLI.run("down");
    }

    @Test
    void aServiceThatDiesEndsTheRehearsalAndNothingStays() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
        List<ProcessMark> members = membersOnceARehearsalRuns();

        kill("patch-service");
        Cli.Result result = rehearsal.await(AT_ONCE);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .singleElement()
                .asString()
                .startsWith("hotfleet: patch-service")
                .contains("signal 9", "patch-service.log");
        assertThat(members).hasSize(4).noneMatch(ProcessMark::alive);
        assertThat(CLI.run("rehearse", shortFleet(), "--quiet").exitCode()).isZero();
        assertThat(CLI.home().resolve("run")).isEmptyDirectory();
        // read in a folder of this user alone, and removed
        assertThat(CLI.home().resolve("uploads")).isEmptyDirectory();
    }

    /// One stack for all of it: starting one is what takes the time here.
    @Test
    void aStackThatIsUpStartsAgainWhatDiedAndKeepsWhatWasImported() throws Exception {
        assertThat(CLI.run("up").exitCode()).isZero();
        assertThat(CLI.run("import", releases(), "--quiet").out()).isEqualTo("1 added, 0 replaced, 0 unchanged\n");
        assertThat(CLI.run("import", releases(), "--quiet").out()).isEqualTo("0 added, 0 replaced, 1 unchanged\n");
        startsAgain("licensing-service");
        startsAgain("node-simulator");
        assertThat(CLI.run("up").err()).contains("hotfleet: it runs already");

        StackStatus status = status();
        List<ProcessMark> members = marks(status);
        ProcessMark.of(status.keeperPid()).orElseThrow().kill();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
        Cli.Result report =
                CLI.run("rehearse", shortFleet(), "--from", "2026-01", "--to", "2026-05", "--json", "-", "--quiet");
        assertThat(Json.parse(report.out()).at("/strategies/HOTPATCH/restarts").asInt())
                .isEqualTo(3);
    }

    @Test
    void aKilledCommandLeavesNothing() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
        List<ProcessMark> members = membersOnceARehearsalRuns();

        rehearsal.process().destroyForcibly();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void ctrlCEndsARehearsalWithItsStackAndSaysNothing() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
        List<ProcessMark> members = membersOnceARehearsalRuns();

        new ProcessBuilder("kill", "-INT", Long.toString(rehearsal.process().pid()))
                .start()
                .waitFor();
        Cli.Result result = rehearsal.await(AT_ONCE);

        assertThat(result).isEqualTo(new Cli.Result(130, "", List.of()));
        assertThat(members).hasSize(4).noneMatch(ProcessMark::alive);
        assertThat(CLI.home().resolve("run")).isEmptyDirectory();
        assertThat(CLI.home().resolve("uploads")).isEmptyDirectory();
    }

    private static void startsAgain(String service) throws IOException {
        String address = member(service).address();
        Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
        membersOnceARehearsalRuns();

        kill(service);
        Cli.Result broken = rehearsal.await(AT_ONCE);
        int statusWhenBroken = CLI.run("status").exitCode();
        Cli.Result next = CLI.run("rehearse", shortFleet(), "--quiet");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).singleElement().asString().startsWith("hotfleet: " + service);
        assertThat(statusWhenBroken).isEqualTo(1);
        assertThat(next.exitCode()).as("said: %s", next.err()).isZero();
        assertThat(member(service).address()).isEqualTo(address);
    }

    private static void kill(String service) {
        mark(member(service)).kill();
    }

    private static StackStatus.Member member(String name) {
        return status().members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StackStatus status() {
        return KeeperClient.find(HOME).flatMap(KeeperClient::status).orElseThrow();
    }

    private static List<ProcessMark> membersOnceARehearsalRuns() {
        await(() -> KeeperClient.find(HOME).isPresent());
        KeeperClient keeper = KeeperClient.find(HOME).orElseThrow();
        await(() -> keeper.status().filter(StackStatus::healthy).isPresent());
        StackStatus status = status();
        URI rehearsals = URI.create(status.url(Service.SIMULATOR) + "/api/v1/rehearsals");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        await(() -> running(http, rehearsals));
        return marks(status);
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

    private static List<ProcessMark> marks(StackStatus status) {
        return status.members().stream().map(LifecycleTest::mark).toList();
    }

    private static ProcessMark mark(StackStatus.Member member) {
        return ProcessMark.of(member.pid()).orElseThrow();
    }

    /// A fleet whose rehearsal does not end before the test has broken it.
    private static String longFleet() throws IOException {
        return file("long.yaml", "fleet: long\nservers: [{name: \"node-[0001-4000]\"}]\n");
    }

    private static String shortFleet() throws IOException {
        return file("one.yaml", "fleet: f\nservers: [{name: a}]\n");
    }

    /// A baseline in a month that had none.
    private static String releases() throws IOException {
        return file("imported.json", """
            [{"product": "windows-server-2025", "month": "2026-03", "releaseDate": "2026-03-10", "kind": "BASELINE",
              "kb": "KB5999002", "build": 26100, "revision": 32501, "planned": false, "restart": "ALWAYS",
              "track": "SETS", "baseline": "KB5999002", "confidence": "assumed", "source": "test", "note": "test"}]
            """);
    }

    private static String file(String name, String text) throws IOException {
        Path folder = Files.createDirectories(CLI.home().getParent());
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(HUNG_AFTER.toNanos());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
