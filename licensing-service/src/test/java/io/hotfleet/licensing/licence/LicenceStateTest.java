package io.hotfleet.licensing.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.licence.LicenceState.Disabled;
import io.hotfleet.licensing.licence.LicenceState.Disabling;
import io.hotfleet.licensing.licence.LicenceState.Enabled;
import io.hotfleet.licensing.licence.LicenceState.Enabling;
import io.hotfleet.licensing.licence.LicenceState.Failed;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LicenceStateTest {
    private static final Instant OLD = Instant.parse("2025-07-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2025-07-01T09:00:00Z");
    private static final Instant THEN = Instant.parse("2025-07-01T09:07:00Z");
    private static final UnaryOperator<LicenceState> ENABLE = state -> state.enable(NOW, THEN, null);
    private static final UnaryOperator<LicenceState> ENABLE_IN_VAIN = state -> state.enable(NOW, THEN, Gate.ARC);
    private static final UnaryOperator<LicenceState> DISABLE = state -> state.disable(NOW, THEN);
    private static final UnaryOperator<LicenceState> JUST_BEFORE = state -> state.at(THEN.minusSeconds(1));
    private static final UnaryOperator<LicenceState> ARRIVE = state -> state.at(THEN);

    static Stream<Arguments> moves() {
        return Stream.of(
                argumentSet("taken", new Disabled(OLD, false), ENABLE, new Enabling(NOW, THEN, null)),
                argumentSet("taken again", new Disabled(OLD, true), ENABLE, new Enabling(NOW, THEN, null)),
                argumentSet("tried again", new Failed(OLD, Gate.ARC), ENABLE, new Enabling(NOW, THEN, null)),
                argumentSet("kept after all", new Disabling(OLD, NOW), ENABLE, new Enabling(NOW, THEN, null)),
                argumentSet("taken twice", new Enabling(OLD, NOW, null), ENABLE, new Enabling(OLD, NOW, null)),
                argumentSet("has it", new Enabled(OLD), ENABLE, new Enabled(OLD)),
                argumentSet("in vain", new Disabled(OLD, false), ENABLE_IN_VAIN, new Enabling(NOW, THEN, Gate.ARC)),
                argumentSet("given back", new Enabled(OLD), DISABLE, new Disabling(NOW, THEN)),
                argumentSet("thought better of", new Enabling(OLD, NOW, null), DISABLE, new Disabling(NOW, THEN)),
                argumentSet("given up", new Failed(OLD, Gate.ARC), DISABLE, new Disabled(NOW, false)),
                argumentSet("given back twice", new Disabling(OLD, NOW), DISABLE, new Disabling(OLD, NOW)),
                argumentSet("has none", new Disabled(OLD, true), DISABLE, new Disabled(OLD, true)),
                argumentSet("on its way", new Enabling(NOW, THEN, null), JUST_BEFORE, new Enabling(NOW, THEN, null)),
                argumentSet("arrives", new Enabling(NOW, THEN, null), ARRIVE, new Enabled(THEN)),
                argumentSet("fails", new Enabling(NOW, THEN, Gate.ARC), ARRIVE, new Failed(THEN, Gate.ARC)),
                argumentSet("still there", new Disabling(NOW, THEN), JUST_BEFORE, new Disabling(NOW, THEN)),
                argumentSet("goes", new Disabling(NOW, THEN), ARRIVE, new Disabled(THEN, true)),
                argumentSet("stays", new Enabled(OLD), ARRIVE, new Enabled(OLD)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moves(LicenceState before, UnaryOperator<LicenceState> move, LicenceState after) {
        assertThat(move.apply(before)).isEqualTo(after);
    }
}
