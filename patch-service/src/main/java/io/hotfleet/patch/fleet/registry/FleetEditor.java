package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.Policy;
import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Changes what live fleets were told, under the lock of the fleet's row: a round of the leader sees it done or not
/// begun.
@ApplicationScoped
class FleetEditor {
    private final FleetRepository fleets;
    private final ObjectMapper json;

    FleetEditor(FleetRepository fleets, ObjectMapper json) {
        this.fleets = fleets;
        this.json = json;
    }

    /// @param ifMatch the version that somebody wants to change; null for any
    Versioned<Policy> policy(FleetId id, Policy policy, String ifMatch) {
        Faults faults = new Faults();
        FleetBody.check(faults, policy, "");
        faults.throwIfAny();
        StoredFleet edited = EntityTransaction.run(() -> fleets.locked(id)
                .invoke(fleet -> Versioned.require(ifMatch, fleet.version))
                .invoke(fleet -> take(fleet, policy))
                .call(fleet -> policy.rings().size() > 1 ? nothing() : fleets.oneRing(fleet))
                .call(fleets::changed));
        return new Versioned<>(policy, edited.version);
    }

    /// @param window null for none
    Versioned<WindowBody> window(FleetId id, String cluster, WindowBody window, String ifMatch) {
        Faults faults = new Faults();
        WindowBody.check(faults, window, "");
        faults.throwIfAny();
        String text = WindowBody.stored(window);
        StoredCluster edited = EntityTransaction.run(
                () -> fleets.locked(id).invoke(this::definition).chain(fleet -> window(fleet, cluster, text, ifMatch)));
        return new Versioned<>(window, edited.version);
    }

    private Uni<StoredCluster> window(StoredFleet fleet, String name, String text, String ifMatch) {
        return fleets.cluster(fleet, name)
                .invoke(cluster -> Versioned.require(ifMatch, cluster.version))
                .invoke(cluster -> cluster.window = text)
                .call(fleets::window)
                .call(_ -> fleets.changed(fleet));
    }

    /// Whether nodes of a cluster are one unit is settled when they are entered.
    private void take(StoredFleet fleet, Policy policy) {
        FleetDefinition before = definition(fleet);
        if (before.policy().coordinated() != policy.coordinated()) {
            throw new ProblemException(
                    ProblemType.FLEET_DIFFERS,
                    "The coordination of fleet '%s' stays as it was made.".formatted(fleet.id));
        }
        fleet.edited = text(before.with(policy));
    }

    /// Refuses a rehearsal's fleet.
    private FleetDefinition definition(StoredFleet fleet) {
        try {
            FleetDefinition definition =
                    json.readValue(fleet.edited == null ? fleet.definition : fleet.edited, FleetDefinition.class);
            if (!definition.live()) {
                throw new ProblemException(
                        ProblemType.NOT_LIVE,
                        "Fleet '%s' is a rehearsal's: it stays as it was made.".formatted(fleet.id));
            }
            return definition;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fleet cannot be read", e);
        }
    }

    private String text(FleetDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
