package io.hotfleet.node.workflow;

import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.AddressSpace.Reach;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.cost.Overhead;
import io.hotfleet.node.workflow.Failure.Explained;
import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.Journal.How;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.Journal.Reoffers;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState.Active;
import io.hotfleet.node.workflow.NodeState.Analysing;
import io.hotfleet.node.workflow.NodeState.Downloading;
import io.hotfleet.node.workflow.NodeState.Failed;
import io.hotfleet.node.workflow.NodeState.Hooking;
import io.hotfleet.node.workflow.NodeState.Installing;
import io.hotfleet.node.workflow.NodeState.Loading;
import io.hotfleet.node.workflow.NodeState.Offered;
import io.hotfleet.node.workflow.NodeState.PartlyActive;
import io.hotfleet.node.workflow.NodeState.Restarting;
import io.hotfleet.node.workflow.NodeState.Retiring;
import io.hotfleet.node.workflow.NodeState.RolledBack;
import io.hotfleet.node.workflow.NodeState.Timed;
import io.hotfleet.node.workflow.NodeState.Validating;
import io.hotfleet.node.workflow.NodeState.Verifying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One simulated machine under hotpatching: takes inputs, and moves on when a step is due.
///
/// Its state at any time follows from settings, installation and inputs; times are seconds that never go back.
/// Not thread-safe.
public final class Node {
    /// Old code that is still held after this time no longer keeps the node from being active.
    public static final long RETIRING_SECONDS_MAX = 3_600;

    public static final long RETRY_SECONDS = 3_600;
    static final int RETRIES_MAX = 3;
    private static final int STEPS_MAX = 10_000;

    private final NodeSettings settings;
    private final Device device;
    private final Journal journal = new Journal();
    private NodeState state;
    private Optional<Offer> offer = Optional.empty();
    private int retries;
    private Reoffers reoffers = Reoffers.NONE;

    public Node(NodeSettings settings, Installation installation, Vbs vbs, long atSeconds) {
        this.settings = settings;
        this.device = new Device(settings.setup(), installation, vbs, atSeconds);
        this.state = Boot.first(device, atSeconds);
    }

    public NodeState state() {
        return state;
    }

    public AddressSpace memory() {
        return device.memory();
    }

    public Installation installation() {
        return device.installation();
    }

    /// What the machine runs: what is installed, less what its boot could not apply.
    public Installation running() {
        return device.running();
    }

    public Vbs vbs() {
        return device.vbs;
    }

    /// The faults that lie on the node, with their values.
    public Map<Fault, Integer> faults() {
        return device.faults.all();
    }

    public long entitledUntilSeconds() {
        return device.entitledUntilSeconds;
    }

    public Journal journal() {
        return journal;
    }

    /// When the node next does something by itself; [NodeState#NEVER] if it waits for an input.
    public long nextDueSeconds() {
        long due = state instanceof Timed timed ? timed.dueSeconds() : NodeState.NEVER;
        return Math.min(due, device.processes.nextStartSeconds());
    }

    public void advance(long nowSeconds) {
        for (int i = 0; i < STEPS_MAX && nextDueSeconds() <= nowSeconds; i++) {
            long due = nextDueSeconds();
            for (String started : device.processes.start(device.memory(), due)) {
                journal.add(due, state.kb(), Kind.PROCESS, started + " started");
            }
            if (state instanceof Timed timed && timed.dueSeconds() == due) {
                move(timed, due);
            }
        }
        device.memory().release(nowSeconds);
    }

    public void accept(NodeInput input, long atSeconds) {
        advance(atSeconds);
        switch (input) {
            case NodeInput.Offered offered -> offered(offered.offer(), atSeconds);
            case NodeInput.Injected injected -> inject(injected.fault(), injected.value(), atSeconds);
            case NodeInput.Healed healed -> device.faults.heal(healed.fault());
            case NodeInput.RestartAsked _ -> restart(atSeconds, "asked for");
            case NodeInput.WithdrawalAsked _ -> withdraw(atSeconds);
            case NodeInput.Entitled entitled -> device.entitledUntilSeconds = entitled.untilSeconds();
            case NodeInput.VbsSwitched vbs -> device.vbs = device.vbs.with(vbs.enabler(), vbs.on());
        }
    }

    private void offered(Offer offered, long atSeconds) {
        boolean busy =
                switch (state) {
                    case Installing _, Failed _, Restarting _ -> true;
                    case Active _, PartlyActive _, Retiring _, RolledBack _ -> false;
                };
        if (busy) {
            journal.add(atSeconds, offered.kb(), Kind.OFFER_IGNORED, "busy with " + state.kb());
        } else if (offered.isIn(device.running())) {
            reoffers = reoffers.again(offered.kb(), atSeconds);
            Kind kind = reoffers.isLoop() ? Kind.REOFFER_LOOP : Kind.INSTALLED_ALREADY;
            journal.add(atSeconds, offered.kb(), kind, "offered again, number " + reoffers.count());
        } else {
            boolean other =
                    offer.filter(before -> before.kb().equals(offered.kb())).isEmpty();
            retries = other ? 0 : retries;
            offer = Optional.of(offered);
            to(new Offered(offered.kb(), atSeconds, atSeconds));
        }
    }

    private void inject(Fault fault, int value, long atSeconds) {
        journal.add(atSeconds, state.kb(), Kind.FAULT, fault.name());
        if (!fault.strikesAtOnce(value)) {
            device.faults.put(fault, value);
        } else if (fault == Fault.POWER_LOSS) {
            restart(atSeconds, "power lost");
        } else {
            device.processes
                    .exit(device.memory(), value, atSeconds)
                    .ifPresent(name -> journal.add(atSeconds, state.kb(), Kind.PROCESS, name + " ended"));
        }
    }

    private void move(Timed timed, long due) {
        if (device.faults.strikesIn(timed)) {
            restart(due, "power lost while " + Faults.step(timed).orElseThrow());
            return;
        }
        switch (timed) {
            case Offered now -> to(now.download(after(Step.DOWNLOAD, due)));
            case Downloading now ->
                next(now, Explained.plain(device.faults.download()), () -> now.analyse(after(Step.ANALYSE, due)));
            case Analysing now ->
                next(now, Explained.plain(device.gate(current(), due)), () -> now.validate(after(Step.VALIDATE, due)));
            case Validating now ->
                next(now, Explained.plain(device.validate(current())), () -> now.load(after(loading(), due)));
            case Loading now -> load(now);
            case Hooking now -> hook(now);
            case Verifying now -> verify(now);
            case Retiring now -> to(now.settle(device.memory().waitingForBoot()));
            case Failed now -> undone(now);
            case RolledBack now -> {
                retries++;
                to(now.retry(after(Step.DOWNLOAD, due)));
            }
            case Restarting now -> {
                device.boot(due);
                to(Boot.ended(now, device, enough()));
            }
        }
    }

    private void load(Loading now) {
        long due = now.dueSeconds();
        switch (current()) {
            case Offer.Hotpatch hotpatch ->
                next(now, device.load(hotpatch.manifest(), due), () -> now.hook(after(Step.HOOK, due)));
            case Offer.Files files ->
                next(now, Explained.plain(device.faults.stage()), () -> {
                    String product = device.installation().product();
                    device.goDown(Installation.fresh(product, files.kb(), files.files()), due);
                    journal.installed(due, files.kb(), How.FILES, true);
                    return now.restart(after(Step.RESTART, due));
                });
        }
    }

    private void hook(Hooking now) {
        long due = now.dueSeconds();
        List<Reach> reached = new ArrayList<>();
        next(now, device.hook(current(), due, reached), () -> now.verify(after(Step.VERIFY, due)));
        reached.forEach(reach -> journal.add(due, now.kb(), Kind.REACH, reach.text() + "; " + Overhead.text(reach)));
    }

    private void verify(Verifying now) {
        long due = now.dueSeconds();
        Offer.Hotpatch hotpatch = (Offer.Hotpatch) current();
        next(now, device.verify(hotpatch.manifest(), due), () -> {
            journal.installed(due, now.kb(), How.HOTPATCH, false);
            retries = 0;
            long held = device.memory().heldUntilSeconds();
            return now.retire(Math.clamp(held, due, due + RETIRING_SECONDS_MAX));
        });
    }

    private void next(Installing now, Optional<Explained> failure, Supplier<NodeState> otherwise) {
        if (failure.isEmpty()) {
            to(otherwise.get());
        } else {
            journal.add(now.dueSeconds(), now.kb(), Kind.FAILED, failure.get().text());
            to(now.fail(failure.get().failure(), after(Step.UNDO, now.dueSeconds())));
        }
    }

    private void undone(Failed now) {
        Next wanted = now.failure().next();
        Next next = wanted == Next.RETRY ? enough().orElse(wanted) : wanted;
        long retry = next == Next.RETRY ? now.dueSeconds() + RETRY_SECONDS : NodeState.NEVER;
        to(now.undone(device.running().newest(), next, retry));
    }

    /// What comes instead of another retry, after the last.
    private Optional<Next> enough() {
        if (retries < RETRIES_MAX) {
            return Optional.empty();
        }
        return Optional.of(current() instanceof Offer.Files ? Next.HOLD : Next.FALL_BACK);
    }

    private void restart(long atSeconds, String why) {
        journal.add(atSeconds, state.kb(), Kind.RESTART, why);
        long up = after(Step.RESTART, atSeconds);
        device.goDown(device.installation(), atSeconds);
        to(state.restart(atSeconds, up, up + RETRY_SECONDS));
    }

    private void withdraw(long atSeconds) {
        Installation before = device.installation();
        boolean uninstalls = settings.withdrawal() == Withdrawal.UNINSTALL;
        boolean present =
                before.registered().isPresent() || uninstalls && before.folded().isPresent();
        String kb = before.newest();
        if (!present) {
            journal.add(atSeconds, kb, Kind.WITHDRAWAL, "no hotpatch that this could withdraw");
            return;
        }
        journal.add(atSeconds, kb, Kind.WITHDRAWAL, settings.withdrawal().name());
        journal.installed(atSeconds, kb, How.UNINSTALLED, true);
        if (uninstalls) {
            journal.installed(atSeconds, before.release(), How.FILES, true);
        }
        long up = after(Step.RESTART, atSeconds);
        device.goDown(uninstalls ? before.uninstalled() : before.unregistered(), atSeconds);
        Next next = Failure.WITHDRAWN.next();
        RolledBack then = new RolledBack(kb, up, NodeState.NEVER, Failure.WITHDRAWN, before.release(), next);
        to(new Restarting(kb, atSeconds, up, Optional.of(then)));
    }

    private void to(NodeState next) {
        state = next;
        journal.add(next.sinceSeconds(), next.kb(), Kind.STATE, next.getClass().getSimpleName());
        if (next instanceof RolledBack rolledBack && rolledBack.next() == Next.FALL_BACK) {
            journal.add(
                    next.sinceSeconds(),
                    next.kb(),
                    Kind.FALLS_BACK,
                    rolledBack.failure().code());
        }
    }

    private Offer current() {
        return offer.orElseThrow();
    }

    private Step loading() {
        return current() instanceof Offer.Files ? Step.STAGE : Step.LOAD;
    }

    private long after(Step step, long atSeconds) {
        String kb = offer.map(Offer::kb).orElse("");
        boolean files = offer.filter(Offer.Files.class::isInstance).isPresent();
        return atSeconds + settings.seconds(step, files, kb, device.faults.slowness());
    }
}
