package io.hotfleet.node.batch;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.kernel.EventQueue;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryEvent;
import io.hotfleet.node.workflow.Failure;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Phase;
import io.hotfleet.node.workflow.Step;
import java.util.ArrayList;
import java.util.List;

/// Moves a few machines through time, event after event; the compact twin of the workflow's node.
///
/// Each machine has one entry in the queue: the earlier of its step's end and its next offer. So few machines share a
/// queue that it stays in the processor's nearest cache. No allocation per event. Not thread-safe.
final class NodeBatch {
    /// Faults that strike once, by the order in which their steps come. Files know only the first.
    static final List<Fault> FAULTS = List.of(Fault.CORRUPT_PACKAGE, Fault.HOOK_FAILS, Fault.DIGEST_MISMATCH);

    private static final List<Failure> FAILURES =
            List.of(Failure.PACKAGE_CORRUPT, Failure.HOOK_FAILED, Failure.DIGEST_DIFFERS);
    private static final int CORRUPT = 0;
    private static final int HOOK = 1;
    private static final int DIGEST = 2;
    private static final byte NONE = -1;

    private static final Phase[] PHASES = Phase.values();
    private static final int USUAL = 100;

    private final YearPlan hotpatching;
    private final YearPlan cumulative;
    private final EventQueue queue;
    private final EventDigest digest = new EventDigest();
    private BatchState all;
    private int begin;
    private int end;
    private List<MemoryEvent> history;
    private Installation disk;

    NodeBatch(YearPlan hotpatching, YearPlan cumulative, int machines) {
        this.hotpatching = hotpatching;
        this.cumulative = cumulative;
        this.queue = new EventQueue(machines);
    }

    /// Takes over some machines as they are at the beginning.
    void begin(BatchState population, int first, int afterLast, long startSeconds) {
        all = population;
        begin = first;
        end = afterLast;
        digest.begin();
        for (int i = begin; i < end; i++) {
            all.phases[i] = (byte) Phase.ACTIVE.ordinal();
            all.sinceSeconds[i] = startSeconds;
            all.dueSeconds[i] = BatchState.NEVER;
            all.faults[i] = NONE;
            all.failures[i] = NONE;
            all.next[i] = 0;
            all.memory.booted(i, null);
            awaitOffer(i);
            push(i);
        }
    }

    /// From now on, keeps what happens to the memory of a shard's only machine, since its last boot.
    void watch(long startSeconds) {
        history = new ArrayList<>();
        disk = plan(begin).start();
        history.add(new MemoryEvent.Booted(startSeconds, disk, plan(begin).isHotpatching()));
    }

    List<MemoryEvent> history() {
        return history;
    }

    /// What the watched machine has on its disk.
    Installation installation() {
        return disk;
    }

    /// @return how many events there were
    long run(long untilSeconds) {
        long events = 0;
        while (queue.popBefore(untilSeconds)) {
            int i = begin + queue.subject();
            long now = queue.time();
            if (all.dueSeconds[i] == now) {
                move(i, now);
            } else {
                offered(i, now);
            }
            tell(i);
            push(i);
            events++;
        }
        return events;
    }

    byte[] digest() {
        return digest.end();
    }

    private YearPlan plan(int i) {
        return all.blocked[i] ? cumulative : hotpatching;
    }

    private int current(int i) {
        return all.next[i] - 1;
    }

    private void push(int i) {
        long time = Math.min(all.offerSeconds[i], all.dueSeconds[i]);
        if (time != BatchState.NEVER) {
            queue.push(time, i - begin, 0);
        }
    }

    private void awaitOffer(int i) {
        YearPlan plan = plan(i);
        int next = all.next[i];
        all.offerSeconds[i] = next < plan.size() ? plan.foundSeconds(all.seeds[i], next) : BatchState.NEVER;
    }

    private void offered(int i, long now) {
        YearPlan plan = plan(i);
        int offer = all.next[i]++;
        int kinds = plan.isHotpatch(offer) ? FAULTS.size() : 1;
        all.faults[i] = (byte) BatchState.fault(all.seeds[i], plan.kbKey(offer), kinds);
        awaitOffer(i);
        enter(i, Phase.OFFERED, now, now);
    }

    private void move(int i, long now) {
        switch (PHASES[all.phases[i]]) {
            case OFFERED, ROLLED_BACK, DOWNLOADING, ANALYSING -> advance(i, now);
            case VALIDATING -> {
                if (!fails(i, CORRUPT, now)) {
                    advance(i, now);
                }
            }
            case LOADING -> loaded(i, now);
            case HOOKING -> hooked(i, now);
            case VERIFYING -> verified(i, now);
            case RETIRING -> settled(i, now);
            case FAILED -> enter(i, Phase.ROLLED_BACK, now, now + Node.RETRY_SECONDS);
            case RESTARTING -> up(i, now);
            case ACTIVE, PARTLY_ACTIVE -> throw new IllegalStateException("nothing is due");
        }
    }

    /// Nothing goes wrong.
    private void advance(int i, long now) {
        UpdatePath path = plan(i).path(current(i));
        Phase next = path.next(PHASES[all.phases[i]]);
        enter(i, next, now, after(i, path.step(next), now));
    }

    private void loaded(int i, long now) {
        int offer = current(i);
        if (plan(i).isHotpatch(offer)) {
            if (history != null) {
                history.add(new MemoryEvent.Loaded(now, manifest(i)));
            }
            advance(i, now);
            return;
        }
        if (history != null) {
            history.clear();
            history.add(new MemoryEvent.WentDown(now));
            disk = plan(i).installation(offer);
        }
        long up = after(i, Step.RESTART, now);
        all.restarts[i]++;
        all.downSeconds[i] += (int) (up - now);
        all.memory.booted(i, null);
        all.retainedKib[i] = 0;
        enter(i, Phase.RESTARTING, now, up);
    }

    private void up(int i, long now) {
        if (history != null) {
            history.clear();
            history.add(new MemoryEvent.Booted(now, disk, plan(i).isHotpatching()));
        }
        enter(i, Phase.ACTIVE, now, BatchState.NEVER);
    }

    private Manifest manifest(int i) {
        return ((Offer.Hotpatch) plan(i).offer(current(i))).manifest();
    }

    private void hooked(int i, long now) {
        if (fails(i, HOOK, now)) {
            undo(now);
            return;
        }
        if (history != null) {
            history.add(new MemoryEvent.Hooked(now));
        }
        advance(i, now);
    }

    private void verified(int i, long now) {
        if (fails(i, DIGEST, now)) {
            undo(now);
            return;
        }
        if (history != null) {
            history.add(new MemoryEvent.Committed(now, false));
            disk = disk.register(manifest(i));
        }
        all.memory.applied(i, plan(i).lineage(all.shapes[i], current(i)), now);
        all.hotpatches[i]++;
        all.retainedKib[i] = all.memory.retainedKib(i, now);
        long held = all.memory.heldUntilSeconds(i, now);
        enter(i, Phase.RETIRING, now, Math.clamp(held, now, now + Node.RETIRING_SECONDS_MAX));
    }

    private void settled(int i, long now) {
        boolean partly = all.memory.lineage(i).footprint().isPartly();
        all.retainedKib[i] = all.memory.retainedKib(i, now);
        enter(i, partly ? Phase.PARTLY_ACTIVE : Phase.ACTIVE, now, BatchState.NEVER);
    }

    private void undo(long now) {
        if (history != null) {
            history.add(new MemoryEvent.Undone(now));
        }
    }

    private boolean fails(int i, int fault, long now) {
        if (all.faults[i] != fault) {
            return false;
        }
        all.faults[i] = NONE;
        all.failures[i] = (byte) FAILURES.get(fault).ordinal();
        all.failed[i]++;
        enter(i, Phase.FAILED, now, after(i, Step.UNDO, now));
        return true;
    }

    private void enter(int i, Phase phase, long now, long due) {
        all.phases[i] = (byte) phase.ordinal();
        all.sinceSeconds[i] = now;
        all.dueSeconds[i] = due;
    }

    private long after(int i, Step step, long now) {
        return now + step.seconds(all.seeds[i], plan(i).kbKey(current(i)), USUAL);
    }

    private void tell(int i) {
        int state = all.phases[i] << 16 | all.next[i] << 8 | all.failures[i] & 0xFF;
        digest.add(all.sinceSeconds[i] << 32 | all.first + i, (long) all.retainedKib[i] << 32 | state);
    }
}
