package io.hotfleet.node.workflow;

import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.NodeState.Active;
import io.hotfleet.node.workflow.NodeState.Restarting;
import io.hotfleet.node.workflow.NodeState.RolledBack;
import java.util.Optional;

/// Where a machine stands once it is up.
final class Boot {
    private Boot() {}

    static NodeState first(Device device, long atSeconds) {
        String newest = device.installation().newest();
        return unapplied(device, atSeconds).<NodeState>map(left -> left).orElseGet(() -> new Active(newest, atSeconds));
    }

    /// @param enough what comes instead of another retry; nothing while there may be more
    static NodeState ended(Restarting now, Device device, Optional<Next> enough) {
        long up = now.dueSeconds();
        Optional<RolledBack> left = unapplied(device, up);
        if (left.isPresent()) {
            return left.get();
        }
        String running = device.running().newest();
        Optional<RolledBack> then = now.then()
                .filter(before -> before.failure() != Failure.VBS_NOT_RUNNING)
                .map(before -> after(before, up, running, enough));
        Restarting finished = new Restarting(now.kb(), now.sinceSeconds(), up, then);
        return finished.up(running, device.memory().waitingForBoot());
    }

    private static RolledBack after(RolledBack before, long up, String running, Optional<Next> enough) {
        Next next = before.next() == Next.RETRY ? enough.orElse(Next.RETRY) : before.next();
        long due = next == Next.RETRY ? up + Node.RETRY_SECONDS : NodeState.NEVER;
        return new RolledBack(before.kb(), up, due, before.failure(), running, next);
    }

    /// The boot left out what is registered.
    private static Optional<RolledBack> unapplied(Device device, long atSeconds) {
        String newest = device.installation().newest();
        String running = device.running().newest();
        return device.obstacle()
                .filter(_ -> !running.equals(newest))
                .map(why -> new RolledBack(newest, atSeconds, NodeState.NEVER, why, running, Next.FALL_BACK));
    }
}
