package io.hotfleet.clusternode.agent;

import io.hotfleet.clusternode.agent.UpdateReport.Outcome;
import io.hotfleet.clusternode.election.Ordinal;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.ManifestJson;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Does what patch-service orders, one order after the other, and reports each once it is done.
public final class UpdateAgent {
    private static final String BASELINE = "BASELINE";

    private final LocalNode host;
    private final NodeConfig config;
    private final Loader loader;
    private final PatchService orders;
    private final Consumer<Departure> leave;
    private volatile Standing standing = Standing.UNTOLD;
    private volatile Set<String> unwanted = Set.of();

    /// What its fleet has said of the node since it started. Whoever was known has been taken out by somebody.
    private enum Standing {
        UNTOLD,
        NEW,
        KNOWN
    }

    /// Loads nothing whose signature is not right.
    public record Loader(SimulatedWindows windows, PackageVerifier packages) {
        Attempt hotpatch(UpdateCommand command, String product) {
            try {
                Manifest verified = packages.manifest(command, product);
                return new Attempt(windows.hotpatch(verified), ManifestJson.write(verified));
            } catch (SignatureInvalid e) {
                Log.warnf("%s is refused, %s: %s", command.kb(), e.fault().code(), e.getMessage());
                return new Attempt(Optional.of(e.fault().code()), null);
            }
        }
    }

    /// @param failure why a hotpatch was not installed, in one word
    /// @param contents of its package; null where there is none
    private record Attempt(Optional<String> failure, String contents) {
        private static final Attempt NONE = new Attempt(Optional.empty(), null);
    }

    /// @param state why it failed; null where it did not
    private record End(Outcome outcome, String state, Duration down) {}

    /// @param leave ends the process in order; returns only where the node could not leave
    public UpdateAgent(
            LocalNode host, NodeConfig config, Loader loader, PatchService orders, Consumer<Departure> leave) {
        this.host = host;
        this.config = config;
        this.loader = loader;
        this.orders = orders;
        this.leave = leave;
    }

    /// One look at what there is to do. What is done is reported at once.
    public void run() throws InterruptedException {
        if (!host.phase().takesPart() || !host.hasVote()) {
            return;
        }
        if (standing == Standing.NEW && config.cluster().isPresent()) {
            enter(config.cluster().get());
            return;
        }
        PersistentState notes = host.notes();
        if (notes.unsent() == null && notes.open() != null) {
            resume(notes);
        } else if (notes.unsent() == null) {
            take();
        }
        UpdateReport unsent = host.notes().unsent();
        if (unsent != null) {
            orders.report(unsent);
            host.note(PersistentState::reported);
        }
    }

    /// Takes nodes out of the fleet that are not wanted any more, have no vote, and had the time from the last call to
    /// this one to leave by themselves.
    public void evict(int wanted) {
        String set = host.name().substring(0, host.name().lastIndexOf('-') + 1);
        Set<String> voters = host.notes().ballot().seats().voters();
        List<String> gone = orders.named(set).stream()
                .filter(machine -> !voters.contains(machine) && Ordinal.of(machine) >= wanted)
                .toList();
        for (String machine : gone) {
            if (unwanted.contains(machine)) {
                orders.leave(machine);
                Log.warnf("%s was scaled in while it was down: it is no machine of its fleet any more", machine);
            }
        }
        unwanted = Set.copyOf(gone);
    }

    /// Patch-service need not wait for a node that says that it goes. It goes in any case.
    public void sayGoodbye(Departure why) throws InterruptedException {
        if (why == Departure.EVICTION) {
            leaveFleet();
        } else {
            sayOffline();
        }
    }

    /// A node without a vote is not up yet.
    public void sayAlive() {
        if (host.phase().takesPart() && host.hasVote()) {
            boolean known = orders.alive(host.name());
            standing = known ? Standing.KNOWN : standing == Standing.UNTOLD ? Standing.NEW : standing;
        }
    }

    /// A node that is on its way out does not come in again.
    private synchronized void enter(String cluster) {
        if (host.phase().takesPart()) {
            InstalledSoftware has = host.notes().software();
            orders.enter(new MachineRegistration(host.name(), has.product(), has.newest(), cluster));
            host.note(PersistentState::entered);
            standing = Standing.KNOWN;
            Log.infof("%s entered cluster %s with %s", host.name(), cluster, has.newest());
        }
    }

    /// Its cluster would be held by a node that does not come back: it asks for as long as a drain may take.
    private synchronized void leaveFleet() throws InterruptedException {
        long endMs = LocalNode.nowMs() + config.drain().toMillis();
        boolean left = leaves();
        while (!left && LocalNode.nowMs() < endMs) {
            Thread.sleep(config.poll());
            left = leaves();
        }
        if (!left) {
            Log.errorf("%s is still a machine of its fleet: DELETE it, its cluster waits for it", host.name());
        }
    }

    private boolean leaves() {
        try {
            orders.leave(host.name());
            return true;
        } catch (PatchServiceUnavailable e) {
            Log.debugf("%s cannot leave yet: %s", host.name(), e.getMessage());
            return false;
        }
    }

    private void sayOffline() {
        try {
            report(null, new End(Outcome.OFFLINE, null, Duration.ZERO));
            orders.report(host.notes().unsent());
        } catch (PatchServiceUnavailable e) {
            Log.debugf("%s goes without a word: %s", host.name(), e.getMessage());
        } finally {
            host.note(PersistentState::reported);
        }
    }

    private void take() throws InterruptedException {
        PatchService.Page page = orders.after(host.notes().cursor());
        for (UpdateCommand order : page.items()) {
            if (order.machine().equals(host.name())) {
                host.note(notes -> notes.begun(order));
                perform(order);
                return;
            }
        }
        if (page.next() != null) {
            host.note(notes -> notes.seen(page.next()));
        }
    }

    /// After a restart: the one that the order asked for is done, any other begins the order anew.
    private void resume(PersistentState notes) throws InterruptedException {
        UpdateCommand order = notes.open();
        boolean restarted = order.restart() && notes.exitedMs() > 0 && isIn(notes.software(), order);
        if (restarted) {
            report(order, new End(Outcome.RESTARTED, null, config.restart()));
        } else {
            perform(order);
        }
    }

    private static boolean isIn(InstalledSoftware software, UpdateCommand order) {
        return order.kb() == null || software.newest().equals(order.kb());
    }

    private void perform(UpdateCommand order) throws InterruptedException {
        Log.infof(
                "%s begins order %d: %s %s, restart %s",
                host.name(), order.id(), order.action(), order.kb(), order.restart());
        host.move(phase -> phase instanceof NodePhase.Up up ? up.patch(order) : phase);
        Thread.sleep(config.install());
        InstalledSoftware before = host.notes().software();
        Attempt attempt = order.hotpatches() ? loader.hotpatch(order, before.product()) : Attempt.NONE;
        Optional<String> failure = attempt.failure();
        if (failure.isPresent()) {
            Log.warnf("%s does not take %s: %s", host.name(), order.kb(), failure.get());
        } else {
            host.note(notes -> notes.installed(after(before, order, attempt.contents())));
        }
        if (failure.isEmpty() && order.restart()) {
            leave.accept(Departure.RESTART);
        } else {
            host.move(phase -> phase instanceof NodePhase.Patching patching ? patching.patched() : phase);
            report(
                    order,
                    new End(
                            failure.isEmpty() ? Outcome.INSTALLED : Outcome.FAILED,
                            failure.orElse(null),
                            Duration.ZERO));
        }
    }

    private static InstalledSoftware after(InstalledSoftware before, UpdateCommand order, String contents) {
        if (order.kb() == null) {
            return before;
        }
        boolean baseline = BASELINE.equals(order.reason());
        return order.hotpatches() ? before.hotpatched(order.kb(), contents) : before.replaced(order.kb(), baseline);
    }

    private void report(UpdateCommand order, End end) {
        Counters counters = loader.windows().counters();
        host.note(notes -> notes.reporting(new UpdateReport(
                host.name(),
                notes.seq() + 1,
                null,
                order == null ? null : order.id(),
                order == null ? null : order.kb(),
                end.outcome(),
                end.state(),
                0,
                order == null ? 0 : (int) config.install().toSeconds(),
                (int) end.down().toSeconds(),
                loader.windows().vbs(),
                counters.hooks(),
                counters.patchKib(),
                counters.retainedKib())));
    }
}
