package io.hotfleet.licensing.machine;

import static io.hotfleet.licensing.Samples.server2025;
import static io.hotfleet.licensing.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.rest.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final Instant AT = Instant.parse("2024-12-31T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-03-01T10:00:00Z");
    private static final Fleet REHEARSAL =
            new Fleet.Rehearsal(new FleetId("r"), AT, Instant.parse("2026-03-01T00:00:00Z"));
    private static final Fleet LIVE = new Fleet.Live(new FleetId("l"), FleetClock.WALL);
    private static final Facts OFF = with(server2025(), Fact.VBS, "off");
    private static final Machine KNOWN = new Machine(new MachineId("a"), null, null, Timeline.from(AT, server2025()));
    private static final Machine PATCHED = KNOWN.with(KNOWN.timeline().with(LATER, OFF.values()));

    @Test
    void newMachinesAreCreated() {
        Batch batch = new Inventory(REHEARSAL, AT, List.of()).put(List.of(told("b", OFF), told("a", OFF)));

        assertThat(batch.counts()).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(batch.changed()).extracting(machine -> machine.id().value()).containsExactly("a", "b");
        assertThat(batch.changed().getFirst().timeline())
                .isSameAs(batch.changed().getLast().timeline());
    }

    @Test
    void aRepetitionInARehearsalKeepsWhatWasPatchedSince() {
        Batch batch = new Inventory(REHEARSAL, AT, List.of(PATCHED)).put(List.of(told("a", server2025())));

        assertThat(batch).isEqualTo(new Batch(List.of(), new Counts(1, 0, 1, 0)));
    }

    @Test
    void otherFactsInARehearsalBeginTheMachineAnew() {
        Batch batch = new Inventory(REHEARSAL, AT, List.of(PATCHED)).put(List.of(told("a", OFF)));

        assertThat(batch.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(batch.changed()).containsExactly(KNOWN.with(Timeline.from(AT, OFF)));
    }

    @Test
    void aLiveMachineGoesOnFromNow() {
        Batch batch = new Inventory(LIVE, LATER, List.of(KNOWN)).put(List.of(told("a", OFF)));

        assertThat(batch.changed()).containsExactly(PATCHED);
    }

    @Test
    void patchesCountWhatTheyChange() {
        Inventory.Change off = new Inventory.Change(new MachineId("a"), LATER, Map.of(Fact.VBS, "off"));

        Batch batch = new Inventory(REHEARSAL, AT, List.of(KNOWN)).patch(List.of(off, off));

        assertThat(batch).isEqualTo(new Batch(List.of(PATCHED), new Counts(2, 0, 1, 1)));
    }

    @Test
    void aLiveFleetKnowsNoFuture() {
        Inventory.Change future = new Inventory.Change(new MachineId("a"), LATER, Map.of(Fact.VBS, "off"));

        assertThatThrownBy(() -> new Inventory(LIVE, AT, List.of(KNOWN)).patch(List.of(future)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void unknownMachinesAreNamed() {
        Inventory.Change stranger = new Inventory.Change(new MachineId("x"), LATER, Map.of(Fact.VBS, "off"));

        assertThatThrownBy(() -> new Inventory(REHEARSAL, AT, List.of(KNOWN)).patch(List.of(stranger)))
                .isInstanceOf(MachineNotFound.class)
                .hasMessageContaining("x");
    }

    private static Inventory.Told told(String name, Facts facts) {
        return new Inventory.Told(new MachineId(name), null, null, facts);
    }
}
