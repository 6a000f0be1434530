package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.stack.Home;
import io.hotfleet.stack.keeper.KeeperClient;
import io.hotfleet.stack.keeper.StackStatus;
import io.hotfleet.stack.process.ProcessMark;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.SharedStack;
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

/// Stacks of their own that come, are broken, and go.
class LifecycleTest {

    private static final Cli CLI = Cli.inTarget("own home");
    private static final Path CONTOSO = Cli.ROOT.resolve("examples/contoso.yaml");
    // far below the minute for which a service repeats its calls
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

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
        assertThat(CLI.run("rehearse", CONTOSO.toString(), "--quiet").exitCode())
                .isZero();
        assertThat(CLI.home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void aStackThatIsUpStartsAgainWhatDied() throws Exception {
        assertThat(CLI.run("up").exitCode()).isZero();
        for (String service : List.of("licensing-service", "node-simulator")) {
            String address = SharedStack.member(CLI, service).path("address").asText();
            Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
            membersOnceARehearsalRuns();

            kill(service);
            Cli.Result broken = rehearsal.await(AT_ONCE);
            int statusWhenBroken = CLI.run("status").exitCode();
            Cli.Result next = CLI.run("rehearse", CONTOSO.toString(), "--quiet");

            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.err()).singleElement().asString().startsWith("hotfleet: " + service);
            assertThat(statusWhenBroken).isEqualTo(1);
            assertThat(next.exitCode()).as("said: %s", next.err()).isZero();
            assertThat(SharedStack.member(CLI, service).path("address").asText())
                    .isEqualTo(address);
        }
        assertThat(CLI.run("up").err()).contains("hotfleet: it runs already");
        assertThat(CLI.run("down").exitCode()).isZero();
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void importedReleasesLast() throws IOException {
        Path releases = Files.writeString(
                Files.createDirectories(CLI.home().getParent()).resolve("imported.json"), """
                [{"product": "windows-server-2025", "month": "2026-03", "releaseDate": "2026-03-10", "kind": "BASELINE",
                  "kb": "KB5999002", "build": 26100, "revision": 32501, "planned": false, "restart": "ALWAYS",
                  "track": "SETS", "baseline": "KB5999002", "confidence": "assumed", "source": "test", "note": "test"}]
                """);
        Path fleet = Files.writeString(CLI.home().getParent().resolve("one.yaml"), "fleet: f\nservers: [{name: a}]\n");

        CLI.run("up", "--quiet");
        Cli.Result imported = CLI.run("import", releases.toString(), "--quiet");
        Cli.Result again = CLI.run("import", releases.toString(), "--quiet");
        CLI.run("down");
        Cli.Result report =
                CLI.run("rehearse", fleet.toString(), "--from", "2026-01", "--to", "2026-05", "--json", "-", "--quiet");

        assertThat(imported.out()).isEqualTo("1 added, 0 replaced, 0 unchanged\n");
        assertThat(again.out()).isEqualTo("0 added, 0 replaced, 1 unchanged\n");
        assertThat(Json.parse(report.out()).at("/strategies/HOTPATCH/restarts").asInt())
                .isEqualTo(3);
    }

    @Test
    void aKilledKeeperTakesAllMembersAlong() {
        CLI.run("up", "--quiet");
        JsonNode status = Json.parse(CLI.run("status", "--json").out());
        List<ProcessMark> members = marks(status);

        ProcessMark.of(status.path("keeperPid").asLong()).orElseThrow().kill();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void aKilledCommandLeavesNothing() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", longFleet(), "--quiet");
        List<ProcessMark> members = membersOnceARehearsalRuns();

        rehearsal.process().destroyForcibly();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
    }

    private static void kill(String service) {
        mark(SharedStack.member(CLI, service)).kill();
    }

    private static List<ProcessMark> membersOnceARehearsalRuns() {
        Home home = new Home(CLI.home(), Cli.ROOT);
        await(() -> KeeperClient.find(home).isPresent());
        KeeperClient keeper = KeeperClient.find(home).orElseThrow();
        await(() -> keeper.status().filter(StackStatus::healthy).isPresent());
        JsonNode status = Json.parse(CLI.run("status", "--json").out());
        URI rehearsals = URI.create(
                SharedStack.member(CLI, "node-simulator").path("address").asText() + "/api/v1/rehearsals");
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

    private static List<ProcessMark> marks(JsonNode status) {
        return status.path("members").valueStream().map(LifecycleTest::mark).toList();
    }

    private static ProcessMark mark(JsonNode member) {
        return ProcessMark.of(member.path("pid").asLong()).orElseThrow();
    }

    /// A fleet whose rehearsal does not end before the test has broken it.
    private static String longFleet() throws IOException {
        Files.createDirectories(CLI.home().getParent());
        return Files.writeString(
                        CLI.home().getParent().resolve("long.yaml"),
                        "fleet: long\nservers: [{name: \"node-[00001-20000]\"}]\n")
                .toString();
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(60).toNanos());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
