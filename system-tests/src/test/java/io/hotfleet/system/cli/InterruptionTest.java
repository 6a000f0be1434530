package io.hotfleet.system.cli;

import static io.hotfleet.system.stack.OwnStack.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.OwnStack;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Commands that are ended before they are done.
class InterruptionTest {

    private static final Cli CLI = Cli.inTarget("interrupted home");
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
    void aKilledCommandLeavesNothing() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", STACK.longFleet(), "--quiet");
        List<ProcessMark> members = STACK.membersOnceARehearsalRuns();

        rehearsal.process().destroyForcibly();

        await(() -> members.stream().noneMatch(ProcessMark::alive));
        assertThat(CLI.run("status").exitCode()).isEqualTo(1);
    }

    @Test
    void ctrlCEndsARehearsalWithItsStackAndSaysNothing() throws Exception {
        Cli.Running rehearsal = CLI.start("rehearse", STACK.longFleet(), "--quiet");
        List<ProcessMark> members = STACK.membersOnceARehearsalRuns();

        new ProcessBuilder("kill", "-INT", Long.toString(rehearsal.process().pid()))
                .start()
                .waitFor();
        Cli.Result result = rehearsal.await();

        assertThat(result).isEqualTo(new Cli.Result(130, "", List.of()));
        assertThat(members).hasSize(4).noneMatch(ProcessMark::alive);
        assertThat(CLI.home().resolve("run")).isEmptyDirectory();
        assertThat(CLI.home().resolve("uploads")).isEmptyDirectory();
    }
}
