package io.hotfleet.licensing.licence;

import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.postgres.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The last state of a licence that a switch brought about, as a row. By SQL: it is written
/// with its machine's timeline, and read by the page with machines.
@ApplicationScoped
public class LicenceStore {
    private static final String FIND = """
            select state, since, until, obstacle, given_back, machine from licence
            where fleet = $1 and machine = any($2)""";
    private static final String SAVE = """
            insert into licence (fleet, machine, state, since, until, obstacle, given_back)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (fleet, machine) do update set state = excluded.state, since = excluded.since,
              until = excluded.until, obstacle = excluded.obstacle, given_back = excluded.given_back""";

    /// By the machines' names; those whose licence no switch ever touched are not among them.
    public Uni<Map<MachineId, LicenceState>> find(SqlClient client, FleetId fleet, Collection<MachineId> machines) {
        String[] names = machines.stream().map(MachineId::value).toArray(String[]::new);
        return Sql.run(client, FIND, fleet.value(), names).map(rows -> {
            Map<MachineId, LicenceState> states = new HashMap<>();
            rows.forEach(row -> states.put(new MachineId(row.getString(5)), read(row)));
            return states;
        });
    }

    public Uni<Void> save(SqlClient client, FleetId fleet, MachineId machine, LicenceState state) {
        LicenceView shown = LicenceView.of(state);
        boolean givenBack = state instanceof LicenceState.Disabled disabled && disabled.givenBack();
        return Sql.run(
                        client,
                        SAVE,
                        fleet.value(),
                        machine.value(),
                        shown.state(),
                        Sql.time(shown.since()),
                        Sql.time(shown.until()),
                        shown.because() == null ? null : shown.because().name(),
                        givenBack)
                .replaceWithVoid();
    }

    private static LicenceState read(Row row) {
        Instant since = row.getOffsetDateTime(1).toInstant();
        OffsetDateTime until = row.getOffsetDateTime(2);
        Gate obstacle = row.getString(3) == null ? null : Gate.valueOf(row.getString(3));
        return switch (row.getString(0)) {
            case "Disabled" -> new LicenceState.Disabled(since, row.getBoolean(4));
            case "Enabling" -> new LicenceState.Enabling(since, until.toInstant(), obstacle);
            case "Enabled" -> new LicenceState.Enabled(since);
            case "Disabling" -> new LicenceState.Disabling(since, until.toInstant());
            case "Failed" -> new LicenceState.Failed(since, obstacle);
            case String other -> throw new IllegalStateException("No state of a licence: " + other);
        };
    }
}
