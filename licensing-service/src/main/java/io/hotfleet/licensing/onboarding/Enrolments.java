package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.fleet.WrongKindOfFleet;
import io.hotfleet.licensing.licence.Enrolment;
import io.hotfleet.licensing.licence.LicenceStore;
import io.hotfleet.licensing.licence.Propagation;
import io.hotfleet.licensing.machine.Machine;
import io.hotfleet.licensing.machine.MachineNotFound;
import io.hotfleet.licensing.machine.MachineStore;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Turns a switch: read and locked, decided, written, in one transaction.
@ApplicationScoped
class Enrolments {
    private record Loaded(Machine machine, Enrolment enrolment) {}

    private final FleetStore fleets;
    private final MachineStore machines;
    private final LicenceStore licences;
    private final Clock clock;

    Enrolments(FleetStore fleets, MachineStore machines, LicenceStore licences, Clock clock) {
        this.fleets = fleets;
        this.machines = machines;
        this.licences = licences;
        this.clock = clock;
    }

    Uni<EnrolmentView> get(FleetId fleet, MachineId machine) {
        return turn(fleet, machine, UnaryOperator.identity());
    }

    Uni<Page<EnrolmentView>> page(FleetId fleet, PageRequest paging) {
        return machines.snapshot(client -> fleets.require(client, fleet)
                .map(WrongKindOfFleet::requireLive)
                .flatMap(live -> machines.page(client, fleet, paging)
                        .map(found -> Page.of(
                                found, paging.limit(), machine -> machine.id().value()))
                        .flatMap(page -> views(client, live, page))));
    }

    private Uni<Page<EnrolmentView>> views(SqlClient client, Fleet fleet, Page<Machine> page) {
        List<MachineId> ids = page.items().stream().map(Machine::id).toList();
        return licences.find(client, fleet.id(), ids)
                .map(stored -> page.map(machine -> EnrolmentView.of(
                        machine.id(),
                        Enrolment.of(
                                Optional.ofNullable(stored.get(machine.id())),
                                machine.timeline(),
                                fleet.start(clock)))));
    }

    Uni<EnrolmentView> licence(FleetId fleet, MachineId machine, boolean wanted) {
        return turn(fleet, machine, enrolment -> {
            if (!enrolment.takesLicence()) {
                throw new LicenceNotNeeded(machine);
            }
            return enrolment.licence(wanted, Propagation.of(fleet, machine));
        });
    }

    Uni<EnrolmentView> optIn(FleetId fleet, MachineId machine, boolean wanted) {
        return turn(fleet, machine, enrolment -> enrolment.optIn(wanted));
    }

    private Uni<EnrolmentView> turn(FleetId fleet, MachineId machine, UnaryOperator<Enrolment> move) {
        return machines.inTransaction(client -> fleets.require(client, fleet)
                .map(WrongKindOfFleet::requireLive)
                .flatMap(live -> load(client, live, machine))
                .flatMap(loaded -> save(client, fleet, loaded, move.apply(loaded.enrolment())))
                .map(turned -> EnrolmentView.of(machine, turned)));
    }

    private Uni<Loaded> load(SqlClient client, Fleet fleet, MachineId name) {
        return machines.lock(client, fleet.id(), List.of(name))
                .map(found ->
                        found.stream().findFirst().orElseThrow(() -> new MachineNotFound(fleet.id(), List.of(name))))
                .flatMap(machine -> licences.find(client, fleet.id(), List.of(name))
                        .map(stored -> new Loaded(
                                machine,
                                Enrolment.of(
                                        Optional.ofNullable(stored.get(name)),
                                        machine.timeline(),
                                        fleet.start(clock)))));
    }

    private Uni<Enrolment> save(SqlClient client, FleetId fleet, Loaded before, Enrolment after) {
        if (after.equals(before.enrolment())) {
            return Uni.createFrom().item(after);
        }
        Machine machine = before.machine().with(after.timeline());
        Log.infof("Machine %s of fleet %s: licence %s", machine.id(), fleet, after.licence());
        return machines.save(client, fleet, List.of(machine))
                .flatMap(_ -> licences.save(client, fleet, machine.id(), after.licence()))
                .replaceWith(after);
    }
}
