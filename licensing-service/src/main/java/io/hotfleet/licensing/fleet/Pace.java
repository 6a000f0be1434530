package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.postgres.FleetClock;
import java.time.Instant;
import java.util.Optional;

/// What a live fleet's clock shows as the fleet is set up (null: what the wall clock shows), and the fleet seconds
/// that pass in a real one from then on (null: one).
record Pace(Instant at, Double factor) {
    private static final double REAL = 1;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// An empty one is none: the fleet lives on the wall clock.
    static Optional<Pace> read(ObjectIn clock) {
        Instant at = clock.minute("at").orElse(null);
        Double factor = factor(clock).orElse(null);
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            clock.fault("at", "has to lie from " + EARLIEST + " to " + LATEST + ".");
        }
        clock.end();
        return at == null && factor == null ? Optional.empty() : Optional.of(new Pace(at, factor));
    }

    static Optional<Double> factor(ObjectIn clock) {
        Optional<JsonNode> value = clock.value("factor");
        Optional<Double> factor =
                value.filter(JsonNode::isNumber).map(JsonNode::doubleValue).filter(FleetClock::bears);
        if (value.isPresent() && factor.isEmpty()) {
            clock.fault("factor", "has to be a number from 0 to %,d.".formatted((long) FleetClock.FACTOR_MAX));
        }
        return factor;
    }

    FleetClock begun(Instant real) {
        return FleetClock.of(real, at == null ? real : at, factor == null ? REAL : factor);
    }
}
