package io.hotfleet.patch.rollout;

import io.hotfleet.patch.leadership.Terms;
import io.hotfleet.patch.testing.MovableClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A live fleet under a leader whose rounds the test gives, at times that the test sets.
abstract class LiveTest {
    @Inject
    MovableClock clock;

    @Inject
    RolloutController controller;

    @Inject
    Terms terms;

    long term;
    LiveFleetDriver fleet;

    @BeforeEach
    void lead() {
        clock.freeze();
        term = terms.begin("test");
    }

    @AfterEach
    void end() {
        if (fleet != null) {
            fleet.remove();
        }
        clock.thaw();
    }
}
