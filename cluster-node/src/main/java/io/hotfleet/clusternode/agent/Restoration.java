package io.hotfleet.clusternode.agent;

import io.quarkus.logging.Log;
import java.util.Optional;

/// A node without notes: new, or on another machine than before, as if its disk had come along and nothing else. What
/// it last told patch-service is what it goes on with.
public final class Restoration {
    private final LocalNode host;
    private final NodeConfig config;
    private final PatchService orders;

    public Restoration(LocalNode host, NodeConfig config, PatchService orders) {
        this.host = host;
        this.config = config;
        this.orders = orders;
    }

    /// Waits for patch-service for a while; where it does not answer, the node begins as a new one.
    public void run() {
        long endMs = LocalNode.nowMs() + config.restore().toMillis();
        while (isNew(host.notes()) && !asked() && LocalNode.nowMs() < endMs) {
            pause();
        }
    }

    /// Whether it has done nothing yet that anybody knows of.
    private static boolean isNew(PersistentState notes) {
        return notes.exitedMs() == 0
                && notes.crashesMs().isEmpty()
                && notes.cursor() == 0
                && notes.seq() == 0
                && notes.unsent() == null;
    }

    private boolean asked() {
        try {
            orders.former(host.name()).ifPresent(this::restore);
            return true;
        } catch (PatchServiceUnavailable e) {
            Log.infof("%s waits to hear what it was: %s", host.name(), e.getMessage());
            return false;
        }
    }

    private void restore(LastReport former) {
        InstalledSoftware had = Optional.ofNullable(former.kb())
                .map(kb -> InstalledSoftware.of(config.product(), kb, former.onTrack(), former.baseline()))
                .orElse(host.notes().software());
        host.note(notes -> notes.restored(had, former.seq()));
        Log.infof("%s goes on with %s, after its report %d", host.name(), had.newest(), former.seq());
    }

    private void pause() {
        try {
            Thread.sleep(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node is ended before it began", e);
        }
    }
}
