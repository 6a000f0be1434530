package io.hotfleet.patch.fleet;

import io.hotfleet.patch.planner.Node.Fix;
import io.hotfleet.postgres.Transaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Machines that left a live fleet for good. Their history stays under their numbers, which nobody gets again.
public final class DepartedMachines {
    private static final String NAMED =
            "select distinct name from departed_machine where fleet = $1 and name = any($2)";
    private static final String KEEP = """
            insert into departed_machine (fleet, machine, name, unit, clustered, product, departed, restarts, down_seconds,
              fixed, interruption_seconds)
            select m.fleet, m.machine, m.name, m.unit, $3, m.product, $4, n.restarts, n.down_seconds, n.fix = $5, $6
            from machine m join node n using (fleet, machine) where m.fleet = $1 and m.machine = $2""";

    private DepartedMachines() {}

    /// What the fleet's figures keep of it.
    ///
    /// @param clustered whether its unit is a cluster
    /// @param minute in which it left
    /// @param interruptionSeconds that moving its clustered roles away once took their services away
    public record Parting(int machine, boolean clustered, long minute, long interruptionSeconds) {}

    public static void keep(Transaction transaction, int fleet, Parting parting) {
        transaction.write(
                KEEP, fleet, parting.machine(), parting.clustered(), (int) parting.minute(), Fix.DONE.ordinal(), (int)
                        parting.interruptionSeconds());
    }

    /// Those of the names under which a machine has left, whether or not there is another one by now.
    public static Set<String> among(Transaction transaction, int fleet, Collection<String> names) {
        Set<String> departed = new HashSet<>();
        if (!names.isEmpty()) {
            transaction.rows(NAMED, fleet, names.toArray(String[]::new)).forEach(row -> departed.add(row.getString(0)));
        }
        return departed;
    }
}
