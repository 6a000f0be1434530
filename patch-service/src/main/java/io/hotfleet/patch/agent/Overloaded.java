package io.hotfleet.patch.agent;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// As many steps as the service takes on are under way.
final class Overloaded extends ProblemException {
    private static final long serialVersionUID = 1L;

    Overloaded(int stepsMax) {
        super(
                ProblemType.OVERLOADED,
                "%d steps are under way, the most accepted at once; try again.".formatted(stepsMax));
    }
}
