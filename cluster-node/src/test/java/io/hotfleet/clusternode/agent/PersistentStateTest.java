package io.hotfleet.clusternode.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.clusternode.Settings;
import io.hotfleet.clusternode.election.Ballot;
import io.hotfleet.clusternode.election.Membership;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersistentStateTest {
    private static final long MINUTE_MS = 60_000;
    private static final NodeConfig DEFAULTS = Settings.read(NodeConfig.class, Map.of());
    private static final PersistentState FRESH = PersistentState.fresh(
            Ballot.newcomer("sql-0", Membership.first(List.of("sql-0"))),
            InstalledSoftware.fresh("windows-server-2025", "KB1"));

    private static final UpdateCommand ORDER =
            new UpdateCommand(7, "sql-0", null, "INSTALL", "KB2", "CUMULATIVE", null, true, 0, "BASELINE");

    @ParameterizedTest
    @CsvSource({
        "0 10,      0,   two ends are no reason",
        "0 10 20,   140, three within an hour are: two hours from the last",
        "0 30 60,   0,   an hour is over",
        "0 50 60 70, 190, the last three count"
    })
    void ungracefulEndsLeadToQuarantine(String minutes, long untilMinute, String why) {
        PersistentState notes = FRESH;
        for (String minute : minutes.split(" ")) {
            notes = notes.started(Long.parseLong(minute) * MINUTE_MS);
        }

        assertThat(notes.quarantinedUntilMs(DEFAULTS)).as(why).isEqualTo(untilMinute * MINUTE_MS);
    }

    @Test
    void anExitInOrderIsNoFailure() {
        PersistentState notes = FRESH.exited(5 * MINUTE_MS).started(6 * MINUTE_MS);

        assertThat(notes.crashesMs()).isEmpty();
        assertThat(notes.exitedMs()).isEqualTo(5 * MINUTE_MS);
    }

    @Test
    void anOrderKnowsNoExitButItsOwn() {
        PersistentState notes =
                FRESH.exited(5 * MINUTE_MS).started(6 * MINUTE_MS).begun(ORDER);

        assertThat(notes.exitedMs()).isZero();
        assertThat(notes.exited(7 * MINUTE_MS).started(8 * MINUTE_MS).exitedMs())
                .isEqualTo(7 * MINUTE_MS);
    }

    @Test
    void whoEntersItsFleetAnewOwesItNothing() {
        PersistentState notes = FRESH.begun(ORDER).entered();

        assertThat(notes.open()).isNull();
        assertThat(notes.unsent()).isNull();
        assertThat(notes.software()).isEqualTo(FRESH.software());
    }

    @Test
    void aBaselineReplacesTheHotpatches() {
        InstalledSoftware software = InstalledSoftware.fresh("windows-server-2025", "KB1")
                .hotpatched("KB2", null)
                .hotpatched("KB3", null);

        assertThat(software.newest()).isEqualTo("KB3");
        assertThat(software.replaced("KB4", true)).isEqualTo(InstalledSoftware.fresh("windows-server-2025", "KB4"));
    }

    @Test
    void theNotebookGivesBackWhatWasWritten(@TempDir Path disk) {
        StateFile notebook = new StateFile(disk.resolve("node.json"));
        assertThat(notebook.read()).isEmpty();
        PersistentState notes =
                FRESH.started(MINUTE_MS).installed(InstalledSoftware.fresh("windows-server-2025", "KB9"));

        notebook.write(notes);

        assertThat(notebook.read()).contains(notes);
    }

    @Test
    void theDefaultsAreThoseOfARealNode() {
        assertThat(DEFAULTS.lease()).hasSeconds(2);
        assertThat(DEFAULTS.install()).hasMinutes(2);
        assertThat(DEFAULTS.restart()).hasMinutes(8);
        assertThat(DEFAULTS.crashesMax()).isEqualTo(3);
        assertThat(DEFAULTS.crashesWithin()).hasHours(1);
        assertThat(DEFAULTS.drains()).isTrue();
        assertThat(DEFAULTS.release()).isEqualTo("KB5046617");
        assertThat(DEFAULTS.cluster()).isEmpty();
    }
}
