package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.licence.Enrolment;
import io.hotfleet.licensing.licence.LicenceStore;
import io.hotfleet.licensing.machine.Machine;
import io.hotfleet.licensing.machine.MachineStore;
import io.hotfleet.postgres.Sql;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Lets machines in: token and machine are read, decided and written in one transaction.
@ApplicationScoped
class Connections {
    /// The token's row is locked, so that two machines cannot share its last use.
    private static final String ADMIT = """
            select id, fleet, uses < uses_max from onboarding_token
            where hash = $1 and revoked_at is null and expires_at > $2 for update""";

    private static final String COUNT = "update onboarding_token set uses = uses + 1 where id = $1";

    private record Admitting(UUID id, FleetId fleet, boolean hasUses) {
        static Admitting read(Row row) {
            return new Admitting(row.getUUID(0), new FleetId(row.getString(1)), row.getBoolean(2));
        }
    }

    /// A connected machine, under the name that it has in the fleet it is in.
    record Connected(FleetId fleet, MachineId machine, Verdict eligibility, boolean isNew) {}

    private final FleetStore fleets;
    private final MachineStore machines;
    private final LicenceStore licences;
    private final Clock clock;

    Connections(FleetStore fleets, MachineStore machines, LicenceStore licences, Clock clock) {
        this.fleets = fleets;
        this.machines = machines;
        this.licences = licences;
        this.clock = clock;
    }

    Uni<Connected> connect(Secret secret, Connection connection) {
        return machines.inTransaction(
                client -> token(client, secret).flatMap(token -> admit(client, token, connection)));
    }

    private Uni<Connected> admit(SqlClient client, Admitting token, Connection connection) {
        return fleets.require(client, token.fleet()).flatMap(fleet -> known(client, fleet.id(), connection)
                .map(known -> Admission.of(connection, known, fleet.start(clock)))
                .flatMap(admission -> let(client, token, fleet, admission)));
    }

    private Uni<Admitting> token(SqlClient client, Secret secret) {
        return Sql.list(client, Admitting::read, ADMIT, secret.hash(), Sql.time(clock.instant()))
                .map(found -> found.stream().findFirst().orElseThrow(NotAdmitted::new));
    }

    private Uni<List<Machine>> known(SqlClient client, FleetId fleet, Connection connection) {
        return machines.lockHardware(client, fleet, connection.hardwareId())
                .flatMap(hardware -> machines.lock(client, fleet, List.of(connection.machine()))
                        .map(named -> Stream.concat(hardware.stream(), named.stream())
                                .distinct()
                                .toList()));
    }

    private Uni<Connected> let(SqlClient client, Admitting token, Fleet fleet, Admission admission) {
        if (admission.isNew() && !token.hasUses()) {
            throw new NotAdmitted();
        }
        Machine machine = admission.machine();
        return machines.save(client, fleet.id(), List.of(machine))
                .flatMap(_ -> admission.isNew()
                        ? counted(client, token, machine)
                        : Uni.createFrom().voidItem())
                .flatMap(_ -> licences.find(client, fleet.id(), List.of(machine.id())))
                .map(states -> Enrolment.of(
                        Optional.ofNullable(states.get(machine.id())), machine.timeline(), fleet.present(clock)))
                .map(enrolment -> new Connected(fleet.id(), machine.id(), enrolment.verdict(), admission.isNew()));
    }

    private static Uni<Void> counted(SqlClient client, Admitting token, Machine machine) {
        Log.infof("Machine %s joined fleet %s", machine.id(), token.fleet());
        return Sql.run(client, COUNT, token.id()).replaceWithVoid();
    }
}
