package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.web.Refused;

/// No rehearsal has this id.
final class RehearsalNotFound extends Refused {
    private static final long serialVersionUID = 1L;

    RehearsalNotFound(String id) {
        super(404, "rehearsal-not-found", "Not found", "No rehearsal has the id '" + id + "'");
    }
}
