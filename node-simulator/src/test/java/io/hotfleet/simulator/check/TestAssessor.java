package io.hotfleet.simulator.check;

import io.hotfleet.simulator.link.Licensing;
import io.hotfleet.simulator.link.Patch;

/// Lets tests of other features have an assessor without the container.
public final class TestAssessor {
    private TestAssessor() {}

    public static Assessor of(Licensing licensing, Patch patch) {
        return new Assessor(licensing, patch);
    }
}
