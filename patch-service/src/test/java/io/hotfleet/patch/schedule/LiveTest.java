package io.hotfleet.patch.schedule;

import io.hotfleet.patch.MovableClock;
import io.hotfleet.patch.leader.Terms;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A live fleet under a leader whose rounds the test gives, at times that the test sets.
abstract class LiveTest {
    @Inject
    MovableClock clock;

    @Inject
    Scheduler scheduler;

    @Inject
    Terms terms;

    long term;
    LivePlay fleet;

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
