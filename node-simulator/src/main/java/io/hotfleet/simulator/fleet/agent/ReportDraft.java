package io.hotfleet.simulator.fleet.agent;

import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.How;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.Journal.Update;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.simulator.client.LiveFeed.Order;
import io.hotfleet.simulator.fleet.node.NodeView;
import java.util.List;
import java.util.Optional;

/// What a node has to say about a command: where it stands, or how it ended. It follows from the node alone, so it can
/// be said again until patch-service has heard it.
///
/// @param state where it stands, or why the command failed; null where it ended well
record ReportDraft(Outcome outcome, String state, int installSeconds, int downSeconds) {
    enum Outcome {
        INSTALLED,
        RESTARTED,
        FAILED,
        PROGRESS
    }

    /// @param why in one word
    static ReportDraft failed(String why) {
        return new ReportDraft(Outcome.FAILED, why, 0, 0);
    }

    /// @param takenSeconds when the node took the command
    /// @param present whether what it says to install is installed
    static ReportDraft of(Order order, long takenSeconds, Node node, boolean present) {
        if (isUnderWay(node.state())) {
            return new ReportDraft(Outcome.PROGRESS, NodeView.state(node.state()), 0, 0);
        }
        int down = downSeconds(node, takenSeconds);
        return switch (order.action()) {
            case INSTALL -> present ? installed(order.kb(), takenSeconds, node, down) : failed(why(node.state()));
            case FIX -> new ReportDraft(Outcome.RESTARTED, null, 0, down);
            case WITHDRAW ->
                update(node, takenSeconds, How.UNINSTALLED)
                        .map(_ -> new ReportDraft(Outcome.RESTARTED, null, 0, down))
                        .orElse(failed("nothing-to-withdraw"));
        };
    }

    boolean hasEnded() {
        return outcome != Outcome.PROGRESS;
    }

    private static boolean isUnderWay(NodeState state) {
        return switch (state) {
            case NodeState.Installing _, NodeState.Failed _, NodeState.Restarting _ -> true;
            case NodeState.RolledBack rolledBack -> rolledBack.next() == Next.RETRY;
            case NodeState.Retiring _, NodeState.Active _, NodeState.PartlyActive _ -> false;
        };
    }

    private static String why(NodeState state) {
        return state instanceof NodeState.RolledBack rolledBack
                ? rolledBack.failure().code()
                : "offer-ignored";
    }

    private static ReportDraft installed(String kb, long takenSeconds, Node node, int down) {
        Optional<Update> made = node.journal().updates().stream()
                .filter(update ->
                        update.atSeconds() >= takenSeconds && update.kb().equals(kb))
                .reduce((_, later) -> later);
        int took = made.map(update -> (int) (update.atSeconds() - takenSeconds)).orElse(0);
        boolean restarted = made.filter(Update::restarted).isPresent();
        return new ReportDraft(restarted ? Outcome.RESTARTED : Outcome.INSTALLED, null, took, restarted ? down : 0);
    }

    private static Optional<Update> update(Node node, long takenSeconds, How how) {
        return node.journal().updates().stream()
                .filter(update -> update.atSeconds() >= takenSeconds && update.how() == how)
                .findFirst();
    }

    /// How long the node was restarting since it took the command.
    private static int downSeconds(Node node, long takenSeconds) {
        List<Event> states = node.journal().events().stream()
                .filter(event -> event.kind() == Kind.STATE && event.atSeconds() >= takenSeconds)
                .toList();
        long down = 0;
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i - 1).text().equals(NodeState.Restarting.class.getSimpleName())) {
                down += states.get(i).atSeconds() - states.get(i - 1).atSeconds();
            }
        }
        return (int) down;
    }
}
