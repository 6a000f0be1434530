package io.hotfleet.simulator.workflow;

import io.hotfleet.simulator.workflow.Failure.Next;
import io.hotfleet.simulator.workflow.NodeState.Restarting;
import io.hotfleet.simulator.workflow.NodeState.RolledBack;
import java.util.Optional;

/// Where a machine stands once it is up again.
final class Boot {
    private Boot() {}

    static NodeState ended(Restarting now, Device device) {
        String running = device.installation().newest();
        long up = now.dueSeconds();
        if (!device.installation().isAppliedAtBoot(device.vbs().running())) {
            String left = device.installation().release();
            return new RolledBack(running, up, NodeState.NEVER, Failure.VBS_NOT_RUNNING, left, Next.FALL_BACK);
        }
        Optional<RolledBack> then = now.then()
                .filter(before -> before.failure() != Failure.VBS_NOT_RUNNING)
                .map(before -> new RolledBack(
                        before.kb(),
                        up,
                        before.next() == Next.RETRY ? up + Node.RETRY_SECONDS : NodeState.NEVER,
                        before.failure(),
                        running,
                        before.next()));
        Restarting finished = new Restarting(now.kb(), now.sinceSeconds(), up, then);
        return finished.up(running, device.memory().waitingForBoot());
    }
}
