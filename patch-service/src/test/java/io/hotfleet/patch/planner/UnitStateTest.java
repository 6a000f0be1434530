package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.postgres.Minutes;
import org.junit.jupiter.api.Test;

/// A unit when one of its machines leaves for good.
class UnitStateTest {
    private static final UnitState BUSY = UnitState.fresh(1, 100)
            .commanded(new Command(
                    7, 2, 100, Action.INSTALL, "KB5050009", Contents.CUMULATIVE, true, 0, Reason.of("BASELINE")));

    @Test
    void whatTheOneThatLeavesWasToldIsCalledOff() {
        UnitState left = BUSY.left(2, 110);

        assertThat(left.open()).isNull();
        assertThat(left.next()).isEqualTo(110);
        assertThat(left.restedFrom()).isEqualTo(110);
    }

    @Test
    void whatAnotherWasToldStays() {
        UnitState left = BUSY.left(3, 110);

        assertThat(left.open()).isEqualTo(BUSY.open());
        assertThat(left.due()).isEqualTo(Minutes.NEVER);
    }

    @Test
    void aUnitThatWaitsLooksAgain() {
        UnitState left = UnitState.fresh(1, Minutes.NEVER).left(3, 110);

        assertThat(left.next()).isEqualTo(110);
    }
}
