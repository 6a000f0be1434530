package io.hotfleet.patch.planner;

import java.util.ArrayList;
import java.util.List;

/// A unit with the state of its nodes, in the order of its members.
///
/// @param cluster null for a stand-alone machine
public record UnitSnapshot(Unit unit, UnitState state, List<Node> nodes, ClusterState cluster) {
    int indexOf(int machine) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).machine() == machine) {
                return i;
            }
        }
        throw new IllegalArgumentException("machine " + machine + " is not of unit " + unit.name());
    }

    public Node node(int machine) {
        return nodes.get(indexOf(machine));
    }

    UnitSnapshot with(UnitState now) {
        return new UnitSnapshot(unit, now, nodes, cluster);
    }

    UnitSnapshot with(ClusterState now) {
        return new UnitSnapshot(unit, state, nodes, now);
    }

    UnitSnapshot with(Node now) {
        if (nodes.size() == 1) {
            return new UnitSnapshot(unit, state, List.of(now), cluster);
        }
        List<Node> copy = new ArrayList<>(nodes);
        copy.set(indexOf(now.machine()), now);
        return new UnitSnapshot(unit, state, copy, cluster);
    }

    public UnitSnapshot settled(int offers) {
        return with(state.settled(offers));
    }

    /// A decision that came due while the unit was busy is due when it is free.
    public UnitSnapshot overtaken() {
        return state.due() < state.at() ? with(state.idle(state.at())) : this;
    }

    /// The snapshot after a decision.
    public UnitSnapshot after(Decision decision, long cursor) {
        return switch (decision) {
            case Decision.Act(Command command, long offer, long window) -> {
                UnitSnapshot acting = with(state.commanded(command.numbered(cursor)));
                yield cluster == null || offer == 0 ? acting : acting.with(cluster.working(offer, window));
            }
            case Decision.Wait(long until) -> with(state.idle(until));
            case Decision.Rest(long until) -> with(state.idle(until));
            case Decision.Hold(long until, String _) -> with(state.idle(until));
        };
    }
}
