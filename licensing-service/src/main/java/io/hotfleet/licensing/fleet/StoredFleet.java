package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/// A fleet as the table holds it, for people who set it up and steer its clock.
@Entity
@Table(name = "fleet")
class StoredFleet {
    @Id
    String id;

    @Column(updatable = false)
    Instant at;

    @Column(updatable = false)
    Instant until;

    @Column(name = "clock_at", updatable = false)
    Instant clockAt;

    @Column(name = "clock_factor", updatable = false)
    Double clockFactor;

    @Column(name = "real_ms")
    Long realMs;

    @Column(name = "fleet_ms")
    Long fleetMs;

    Double factor;

    @Version
    int version;

    static StoredFleet of(FleetDefinition definition, Instant real) {
        StoredFleet fleet = new StoredFleet();
        fleet.id = definition.id().value();
        if (definition.at() != null) {
            fleet.at = definition.at().instant();
            fleet.until = definition.until().instant();
        }
        if (definition.clock() != null) {
            Minute shown = definition.clock().at();
            fleet.clockAt = shown == null ? null : shown.instant();
            fleet.clockFactor = definition.clock().factor();
        }
        if (definition.begun(real) instanceof Fleet.Live live) {
            fleet.run(live.clock());
        }
        return fleet;
    }

    FleetDefinition definition() {
        Pace clock = clockAt == null && clockFactor == null ? null : new Pace(minute(clockAt), clockFactor);
        return new FleetDefinition(new FleetId(id), minute(at), minute(until), clock);
    }

    Fleet fleet() {
        return realMs == null
                ? new Fleet.Rehearsal(new FleetId(id), at, until)
                : new Fleet.Live(new FleetId(id), clock());
    }

    /// Of a live fleet.
    FleetClock clock() {
        return new FleetClock(realMs, fleetMs, factor);
    }

    void run(FleetClock clock) {
        realMs = clock.realMs();
        fleetMs = clock.fleetMs();
        factor = clock.factor();
    }

    private static Minute minute(Instant time) {
        return time == null ? null : new Minute(time);
    }
}
