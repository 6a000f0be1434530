package io.hotfleet.simulator.assessment;

import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Patch;

/// Lets tests of other features have an assessor without the container.
public final class TestAssessor {
    private TestAssessor() {}

    public static Assessor of(Licensing licensing, Patch patch) {
        return new Assessor(licensing, patch);
    }
}
