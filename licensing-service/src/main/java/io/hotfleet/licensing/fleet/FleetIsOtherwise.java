package io.hotfleet.licensing.fleet;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// A fleet is set up once: facts and entitlements hang on its time.
final class FleetIsOtherwise extends ProblemException {
    private static final long serialVersionUID = 1L;

    FleetIsOtherwise(FleetDefinition stored) {
        super(
                ProblemType.FLEET_DIFFERS,
                "Fleet '" + stored.id() + "' was set up " + words(stored)
                        + "; DELETE it before it can be set up otherwise.");
    }

    private static String words(FleetDefinition stored) {
        if (stored.at() != null) {
            return "with at=" + stored.at().instant() + " and until="
                    + stored.until().instant();
        }
        return stored.clock() == null
                ? "on the wall clock"
                : "with a clock of at="
                        + (stored.clock().at() == null
                                ? null
                                : stored.clock().at().instant()) + " and factor="
                        + stored.clock().factor();
    }
}
