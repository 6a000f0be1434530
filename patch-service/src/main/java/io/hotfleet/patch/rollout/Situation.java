package io.hotfleet.patch.rollout;

import java.util.ArrayList;
import java.util.List;

/// A unit with the state of its nodes, in the order of its members.
///
/// @param cluster null for a stand-alone machine
public record Situation(Unit unit, UnitState state, List<Node> nodes, ClusterState cluster) {
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

    Situation with(UnitState now) {
        return new Situation(unit, now, nodes, cluster);
    }

    Situation with(ClusterState now) {
        return new Situation(unit, state, nodes, now);
    }

    Situation with(Node now) {
        if (nodes.size() == 1) {
            return new Situation(unit, state, List.of(now), cluster);
        }
        List<Node> copy = new ArrayList<>(nodes);
        copy.set(indexOf(now.machine()), now);
        return new Situation(unit, state, copy, cluster);
    }

    public Situation settled(int offers) {
        return with(state.settled(offers));
    }

    /// A decision that came due while the unit was busy is due when it is free.
    public Situation overtaken() {
        return state.due() < state.at() ? with(state.idle(state.at())) : this;
    }

    /// The situation after a decision.
    public Situation after(Decision decision, long cursor) {
        return switch (decision) {
            case Decision.Act(Command command, long offer, long window) -> {
                Situation acting = with(state.commanded(command.numbered(cursor)));
                yield cluster == null || offer == 0 ? acting : acting.with(cluster.working(offer, window));
            }
            case Decision.Wait(long until) -> with(state.idle(until));
            case Decision.Rest(long until) -> with(state.idle(until));
            case Decision.Hold(long until, String _) -> with(state.idle(until));
        };
    }
}
