package io.hotfleet.system.cli;

import static io.hotfleet.system.stack.OwnStack.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.OwnStack;
import java.io.IOException;
import java.util.List;
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
    private static final OwnStack STACK = new OwnStack(CLI);

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
        Cli.Running rehearsal = CLI.start("rehearse", STACK.longFleet(), "--quiet");
        List<ProcessMark> members = STACK.membersOnceARehearsalRuns();

        STACK.kill("patch-service");
        Cli.Result result = rehearsal.await();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .singleElement()
                .asString()
                .startsWith("hotfleet: patch-service")
                .contains("signal 9", "patch-service.log");
        assertThat(members).hasSize(4).noneMatch(ProcessMark::alive);
        assertThat(CLI.run("rehearse", STACK.shortFleet(), "--quiet").exitCode())
                .isZero();
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

        List<ProcessMark> members = STACK.members();
        ProcessMark.of(STACK.status().supervisorPid()).orElseThrow().kill();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
        Cli.Result report = CLI.run(
                "rehearse", STACK.shortFleet(), "--from", "2026-01", "--to", "2026-05", "--json", "-", "--quiet");
        assertThat(Json.parse(report.out()).at("/strategies/HOTPATCH/restarts").asInt())
                .isEqualTo(3);
    }

    private static void startsAgain(String service) throws IOException {
        String address = STACK.member(service).address();
        Cli.Running rehearsal = CLI.start("rehearse", STACK.longFleet(), "--quiet");
        STACK.membersOnceARehearsalRuns();

        STACK.kill(service);
        Cli.Result broken = rehearsal.await();
        int statusWhenBroken = CLI.run("status").exitCode();
        Cli.Result next = CLI.run("rehearse", STACK.shortFleet(), "--quiet");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).singleElement().asString().startsWith("hotfleet: " + service);
        assertThat(statusWhenBroken).isEqualTo(1);
        assertThat(next.exitCode()).as("said: %s", next.err()).isZero();
        assertThat(STACK.member(service).address()).isEqualTo(address);
    }

    /// A baseline in a month that had none.
    private static String releases() throws IOException {
        return STACK.file("imported.json", """
            [{"product": "windows-server-2025", "month": "2026-03", "releaseDate": "2026-03-10", "kind": "BASELINE",
              "kb": "KB5999002", "build": 26100, "revision": 32501, "planned": false, "restart": "ALWAYS",
              "track": "SETS", "baseline": "KB5999002", "confidence": "assumed", "source": "test", "note": "test"}]
            """);
    }
}
