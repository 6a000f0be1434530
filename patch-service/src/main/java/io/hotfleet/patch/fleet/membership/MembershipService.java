package io.hotfleet.patch.fleet.membership;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.LiveFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.postgres.Database;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/// Lets machines go; any instance may, under the fleet's lock.
@ApplicationScoped
public class MembershipService {
    private final Database database;
    private final Fleets fleets;
    private final Clock clock;

    MembershipService(Database database, Fleets fleets, Clock clock) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
    }

    /// A machine that is not there has left already.
    public void leave(FleetId id, String name) {
        Instant real = clock.instant();
        boolean left = database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            LiveFleet live = LiveFleetTables.require(transaction, fleet.number(), id);
            long minute = live.minute(real, fleet.clock());
            return new MachineRemoval(transaction, fleet, fleets.known(transaction, fleet), minute).of(name);
        });
        if (left) {
            Log.infof("%s left fleet %s for good", name, id);
        }
    }
}
