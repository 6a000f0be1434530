package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.planner.Quorum;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Enters clusters: a known one again is a no-op, a changed one a conflict. Known is what it was entered with, also
/// after nodes have joined and left.
final class ClusterImport {
    private static final String KNOWN = "select name, fingerprint from cluster where fleet = $1 and name = any($2)";
    private static final String ADD = """
            insert into cluster (fleet, unit, name, witness, roles, nodes, window_text, fingerprint)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String ADD_STATE = """
            insert into cluster_state (fleet, unit, nodes, witness, up, votes, witness_votes, basis, basis_witness, changed,
              running, lost_since, lost_minutes, losses, down_max, work, work_window, overruns, restart_position,
              restart_from, restart_to)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, true, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0)""";

    private ClusterImport() {}

    static ImportResult enter(Transaction transaction, FleetRow fleet, List<ClusterBody> bodies) {
        Faults faults = new Faults();
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).check(faults, "/" + i);
        }
        faults.throwIfAny();
        Map<String, String> known = known(transaction, fleet, bodies);
        int created = 0;
        for (int i = 0; i < bodies.size(); i++) {
            ClusterBody body = bodies.get(i);
            String before = known.putIfAbsent(body.cluster(), body.toString());
            if (before == null) {
                created++;
                add(transaction, fleet, fleet.units() + created, body, WindowBody.stored(body.window()));
            } else if (!before.equals(body.toString())) {
                throw new ProblemException(
                        ProblemType.CLUSTER_DIFFERS,
                        "Cluster '%s' was entered with another body; in a live fleet nodes join and leave as machines."
                                .formatted(body.cluster()));
            }
        }
        if (created > 0) {
            FleetTables.entered(transaction, fleet, created, 0);
        }
        return new ImportResult(bodies.size(), created, bodies.size() - created);
    }

    private static Map<String, String> known(Transaction transaction, FleetRow fleet, List<ClusterBody> bodies) {
        String[] names = bodies.stream().map(ClusterBody::cluster).toArray(String[]::new);
        Map<String, String> known = new HashMap<>();
        for (Row row : transaction.rows(KNOWN, fleet.number(), names)) {
            known.put(row.getString(0), row.getString(1));
        }
        return known;
    }

    private static void add(Transaction transaction, FleetRow fleet, int unit, ClusterBody body, String window) {
        transaction.write(
                ADD,
                fleet.number(),
                unit,
                body.cluster(),
                body.witness() == null ? "none" : body.witness(),
                body.roles().stream().map(ClusterBody.RoleBody::text).toArray(String[]::new),
                body.nodes().toArray(String[]::new),
                window,
                body.toString());
        Quorum quorum = Quorum.of(body.nodes().size(), body.hasWitness());
        transaction.write(
                ADD_STATE,
                fleet.number(),
                unit,
                quorum.nodes(),
                quorum.witness(),
                quorum.up(),
                quorum.votes(),
                quorum.witnessVotes(),
                quorum.basis(),
                quorum.basisWitness());
    }
}
