package io.hotfleet.simulator.rehearsal;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// No rehearsal has this id.
final class RehearsalNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    RehearsalNotFound(String id) {
        super(ProblemType.REHEARSAL_NOT_FOUND, "No rehearsal has the id '" + id + "'");
    }
}
