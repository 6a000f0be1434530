package io.hotfleet.patch.outcome;

import io.hotfleet.postgres.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Machines that left the fleet for good: what happened to them has happened to the fleet. They lack nothing any more.
record DepartedFigures(List<Machine> machines) {
    private static final String READ = """
            select machine, product, unit, clustered, restarts, down_seconds, fixed, interruption_seconds
            from departed_machine where fleet = $1 order by machine""";

    /// @param clustered whether its unit is a cluster
    record Machine(
            int number,
            String product,
            int unit,
            boolean clustered,
            int restarts,
            int downSeconds,
            boolean fixed,
            int interruptionSeconds) {}

    static DepartedFigures read(Transaction transaction, int fleet) {
        List<Machine> machines = new ArrayList<>();
        transaction
                .rows(READ, fleet)
                .forEach(row -> machines.add(new Machine(
                        row.getInteger(0),
                        row.getString(1),
                        row.getInteger(2),
                        row.getBoolean(3),
                        row.getInteger(4),
                        row.getInteger(5),
                        row.getBoolean(6),
                        row.getInteger(7))));
        return new DepartedFigures(machines);
    }

    /// Theirs and others, in order of name.
    List<String> products(List<String> others) {
        return Stream.concat(others.stream(), machines.stream().map(Machine::product))
                .distinct()
                .sorted()
                .toList();
    }

    List<Machine> clustered() {
        return machines.stream().filter(Machine::clustered).toList();
    }

    List<Machine> of(int unit) {
        return machines.stream()
                .filter(machine -> machine.clustered() && machine.unit() == unit)
                .toList();
    }
}
