package io.hotfleet.simulator.inventory;

import io.hotfleet.node.workflow.Assumptions;
import java.util.List;
import java.util.stream.Stream;

/// A whole fleet as its files describe it, ranges expanded and defaults applied.
///
/// @param machines in the order of the files
/// @param conflicts where two files told different things of the same machine, and all else that a person should know
///     before trusting the fleet: one line each
/// @param inputs what became of each file: one line each
public record Fleet(
        String name,
        List<Machine> machines,
        List<Cluster> clusters,
        Assumptions assumptions,
        Policy policy,
        List<MachineEvent> events,
        List<String> conflicts,
        List<String> inputs) {
    /// A fleet that came from no file.
    public Fleet(
            String name,
            List<Machine> machines,
            List<Cluster> clusters,
            Assumptions assumptions,
            Policy policy,
            List<MachineEvent> events,
            List<String> conflicts) {
        this(name, machines, clusters, assumptions, policy, events, conflicts, List.of());
    }

    /// The same with other machines of the same names.
    ///
    /// @param remarks further lines beside the conflicts
    public Fleet with(List<Machine> others, List<String> remarks) {
        List<String> lines = Stream.concat(conflicts.stream(), remarks.stream()).toList();
        return new Fleet(name, others, clusters, assumptions, policy, events, lines, inputs);
    }
}
