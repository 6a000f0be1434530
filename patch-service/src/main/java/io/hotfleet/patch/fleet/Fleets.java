package io.hotfleet.patch.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Catalogues;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.entitlement.EntitlementTables;
import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.packaging.PackageDigests;
import io.hotfleet.patch.packaging.PackagePublisher;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds fleets, locks them, and remembers of a few what no report changes.
@ApplicationScoped
public class Fleets {
    private static final int REMEMBERED_MAX = 12;
    private static final Duration CATALOGUE_WAIT_MAX = Duration.ofSeconds(10);
    private static final String LOCK = "select " + FleetRow.COLUMNS + " from fleet where id = $1 for no key update";
    private static final String KEEP = "select " + FleetRow.COLUMNS + " from fleet where id = $1 for key share";
    private static final String READ = "select " + FleetRow.COLUMNS + " from fleet where id = $1";
    private static final String TOLD =
            "select version, coalesce(edited, definition), releases from fleet where fleet = $1";

    private final ObjectMapper json;
    private final Catalogues catalogues;
    private final PackagePublisher packages;
    private final Map<Integer, KnownFleet> remembered = new LinkedHashMap<>(16, 0.75f, true);

    Fleets(ObjectMapper json, Catalogues catalogues, PackagePublisher packages) {
        this.json = json;
        this.catalogues = catalogues;
        this.packages = packages;
    }

    /// A plan, and how many edits of the fleet are in it.
    private record Edition(FleetPlan plan, int edits) {}

    /// Until the transaction ends, nobody else changes anything of the fleet.
    public FleetRow lock(Transaction transaction, FleetId id) {
        return one(transaction.rows(LOCK, id.value()), id);
    }

    /// Until the transaction ends, nobody removes the fleet; others may change it.
    public FleetRow keep(Transaction transaction, FleetId id) {
        return one(transaction.rows(KEEP, id.value()), id);
    }

    /// For a snapshot: elsewhere the fleet may be gone with the next statement.
    public FleetRow read(Transaction transaction, FleetId id) {
        return one(transaction.rows(READ, id.value()), id);
    }

    /// What is known of a fleet, as of its row.
    public KnownFleet known(Transaction transaction, FleetRow row) {
        KnownFleet before = remembered(row.number());
        Edition edition = edition(transaction, row, before);
        boolean sameMachines = before != null && before.topology().revision() == row.topology();
        Topology topology = sameMachines
                ? before.topology()
                : TopologyTables.load(transaction, row, edition.plan().definition());
        Entitlements held = before == null ? Entitlements.NONE : before.entitlements();
        Entitlements entitlements = held.revision() == row.entitlements()
                ? held
                : EntitlementTables.newer(transaction, row.number(), held, row.entitlements());
        KnownFleet now = new KnownFleet(
                edition.plan(),
                edition.edits(),
                topology,
                entitlements,
                packages.digests(edition.plan().catalogue()));
        remember(row.number(), now);
        return now;
    }

    /// The plan alone, for requests that enter machines.
    public FleetPlan plan(Transaction transaction, FleetRow row) {
        KnownFleet before = remembered(row.number());
        Edition edition = edition(transaction, row, before);
        if (before == null) {
            remember(
                    row.number(),
                    new KnownFleet(
                            edition.plan(), edition.edits(), Topology.NONE, Entitlements.NONE, PackageDigests.NONE));
        }
        return edition.plan();
    }

    /// The catalogue as it is now.
    public Catalogue catalogue() {
        return catalogues.current().await().atMost(CATALOGUE_WAIT_MAX);
    }

    private Edition edition(Transaction transaction, FleetRow row, KnownFleet before) {
        if (before != null && !before.plan().definition().live()) {
            return new Edition(before.plan(), before.edits());
        }
        Row told = transaction.rows(TOLD, row.number()).iterator().next();
        int edits = told.getInteger(0);
        boolean same = before != null && before.edits() == edits;
        FleetDefinition definition = same ? before.plan().definition() : read(told.getString(1), FleetDefinition.class);
        if (!definition.live()) {
            return new Edition(
                    new FleetPlan(definition, Catalogue.of(List.of(read(told.getString(2), Release[].class)))), edits);
        }
        Catalogue now = catalogue();
        return same && before.plan().published() == now
                ? new Edition(before.plan(), edits)
                : new Edition(new FleetPlan(definition, now.overlaid(definition.releases()), now), edits);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fleet cannot be read", e);
        }
    }

    private static FleetRow one(RowSet<Row> rows, FleetId id) {
        Iterator<Row> found = rows.iterator();
        if (!found.hasNext()) {
            throw new FleetNotFound(id);
        }
        return FleetRow.of(found.next());
    }

    private KnownFleet remembered(int fleet) {
        synchronized (remembered) {
            return remembered.get(fleet);
        }
    }

    private void remember(int fleet, KnownFleet known) {
        synchronized (remembered) {
            remembered.put(fleet, known);
            if (remembered.size() > REMEMBERED_MAX) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    public void forget(int fleet) {
        synchronized (remembered) {
            remembered.remove(fleet);
        }
    }
}
