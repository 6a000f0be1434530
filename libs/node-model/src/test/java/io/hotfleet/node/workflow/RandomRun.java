package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.Hook;
import io.hotfleet.node.memory.Invariants;
import io.hotfleet.node.memory.MemoryEvent;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.memory.SlowTwin;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One node under random inputs and faults, checked after everything that happens to it.
final class RandomRun {
    private static final int EVENTS = 32;
    private static final int WALKS_EVERY = 8;
    private static final long ENTITLED = 1L << 40;
    private static final MemoryView NOTHING =
            MemoryView.of(AddressSpace.replay(Samples.setup(0), List.of(new MemoryEvent.WentDown(0))));

    private final Random random;
    private final NodeSettings settings;
    private final Node node;
    private final boolean folds;
    private Optional<Coverage> coverage = Optional.empty();
    private AddressSpace watched;
    private SlowTwin twin;
    private MemoryView view;
    private int seen;
    private Set<String> hooks = Set.of();
    private Optional<String> registered = Optional.empty();
    private long entitledUntil = ENTITLED;
    private Optional<Seal> seal = Optional.empty();
    private NodeState before;
    private Set<Fault> laid = Set.of();
    private final FreshNode fresh;
    private long now;

    RandomRun(long seed) {
        random = Samples.random(seed);
        int tableBytes = random.nextInt(8) == 0 ? 0 : Setup.TABLE_BYTES * (1 + random.nextInt(2));
        Setup setup = new Setup(seed, pick(Shape.values()), tableBytes, pick(Retention.values()));
        settings = new NodeSettings(setup, pick(Withdrawal.values()));
        folds = random.nextInt(3) == 0;
        fresh = new FreshNode(settings, folds, seed % WALKS_EVERY == 0);
        Vbs vbs = new Vbs(EnumSet.of(pick(Vbs.Enabler.values())), random.nextInt(8) > 0);
        node = new Node(settings, Samples.fresh(), vbs, 0);
        node.accept(new NodeInput.Entitled(ENTITLED), 0);
        check();
    }

    void watch(Coverage everything) {
        coverage = Optional.of(everything);
    }

    void play() {
        for (int i = 0; i < EVENTS; i++) {
            if (random.nextInt(5) > 0 && node.nextDueSeconds() < NodeState.NEVER) {
                now = Math.max(now, node.nextDueSeconds());
                node.advance(now);
            } else {
                advanceTo(now + (random.nextInt(3) == 0 ? random.nextInt(100_000) : random.nextInt(20)));
                NodeInput input = input();
                accept(input);
            }
            check();
        }
    }

    /// All healed, the newest hotpatch must become active.
    void settle() {
        advanceTo(now);
        for (Fault fault : Fault.values()) {
            node.accept(new NodeInput.Healed(fault), now);
        }
        entitledUntil = ENTITLED;
        node.accept(new NodeInput.Entitled(ENTITLED), now);
        node.accept(new NodeInput.VbsSwitched(Vbs.Enabler.REGISTRY, true), now);
        node.accept(new NodeInput.RestartAsked(), now);
        check();
        advanceTo(now + 50_000);
        offer(new Offer.Files(Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE), Seal.INTACT));
        offer(new Offer.Files(Samples.BASELINE, Samples.FILES, Seal.INTACT));
        offer(new Offer.Hotpatch(hotpatch(2), Seal.INTACT));

        assertThat(node.state().kb()).isEqualTo(Samples.QUARTER.getLast());
        if (settings.setup().tableBytes() == 0) {
            assertThat(node.state())
                    .isInstanceOfSatisfying(NodeState.RolledBack.class, rolledBack -> assertThat(rolledBack.failure())
                            .isEqualTo(Failure.TABLE_SIZE_ZERO));
        } else {
            assertThat(node.state()).isInstanceOfAny(NodeState.Active.class, NodeState.PartlyActive.class);
        }
    }

    List<Object> story() {
        return List.of(node.journal().events(), node.journal().updates(), MemoryView.of(node.memory()));
    }

    private void offer(Offer offer) {
        NodeInput input = new NodeInput.Offered(offer);
        accept(input);
        check();
        advanceTo(now + 50_000);
    }

    private void advanceTo(long until) {
        while (node.nextDueSeconds() <= until) {
            now = node.nextDueSeconds();
            node.advance(now);
            check();
        }
        now = until;
        node.advance(now);
        check();
    }

    private NodeInput input() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> new NodeInput.Offered(new Offer.Hotpatch(hotpatch(random.nextInt(3)), seal()));
            case 5 ->
                random.nextBoolean()
                        ? new NodeInput.Offered(
                                new Offer.Files(Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE), seal()))
                        : new NodeInput.Offered(new Offer.Files(Samples.BASELINE, Samples.FILES, seal()));
            case 6, 7, 8, 9, 10 -> fault();
            case 11 -> new NodeInput.Healed(pick(Fault.values()));
            case 12 -> new NodeInput.RestartAsked();
            case 13 -> random.nextBoolean() ? new NodeInput.WithdrawalAsked() : new NodeInput.RestartAsked();
            case 14 -> new NodeInput.Entitled(random.nextInt(3) == 0 ? now + random.nextInt(200) : ENTITLED);
            default -> new NodeInput.VbsSwitched(pick(Vbs.Enabler.values()), random.nextInt(4) > 0);
        };
    }

    private NodeInput fault() {
        Fault fault = pick(Fault.values());
        int values = fault == Fault.POWER_LOSS ? Step.values().length + 1 : 1_000;
        return new NodeInput.Injected(fault, random.nextInt(values));
    }

    private void accept(NodeInput input) {
        node.accept(input, now);
        if (input instanceof NodeInput.Entitled entitled) {
            entitledUntil = entitled.untilSeconds();
        }
        boolean taken = node.state() instanceof NodeState.Offered;
        if (taken && input instanceof NodeInput.Offered offered && offered.offer() instanceof Offer.Hotpatch hotpatch) {
            seal = Optional.of(hotpatch.seal());
        }
    }

    private Seal seal() {
        return random.nextInt(6) == 0 ? pick(Seal.values()) : Seal.INTACT;
    }

    private Manifest hotpatch(int index) {
        return Samples.HOTPATCHES.get(index).withFolding(folds);
    }

    private void check() {
        if (coverage.isPresent()) {
            coverage.get().see(node);
            return;
        }
        AddressSpace memory = node.memory();
        List<MemoryEvent> history = memory.history();
        view = MemoryView.of(memory);
        if (history.getFirst() instanceof MemoryEvent.WentDown) {
            assertThat(node.state()).isInstanceOf(NodeState.Restarting.class);
            assertThat(node.vbs().running()).isFalse();
            assertThat(view).isEqualTo(NOTHING);
        } else {
            boolean booted = memory != watched;
            if (booted) {
                watched = memory;
                twin = SlowTwin.of(settings.setup(), history);
            } else {
                history.subList(seen, history.size()).forEach(twin::accept);
            }
            seen = history.size();
            twin.release(now);
            twin.compare(memory, view);
            Invariants.check(memory, view, now);
            if (booted && now > 0) {
                assertThat(timeless(view)).isEqualTo(timeless(fresh.booted(node)));
            }
        }
        checkGates();
        registered = node.installation().registered().map(Manifest::kb);
        before = node.state();
        laid = node.faults().keySet();
    }

    /// Boots of different machines are at different times.
    private static MemoryView timeless(MemoryView view) {
        List<Hook> hooks = view.hooks().stream()
                .map(hook -> new Hook(
                        hook.image(), hook.rva(), hook.slot(), hook.oldAddress(), hook.newAddress(), hook.kb(), 0))
                .toList();
        return new MemoryView(
                view.regions(),
                hooks,
                view.pages(),
                view.retained(),
                view.callTargets(),
                view.pids(),
                view.waitingForBoot(),
                view.refused(),
                view.unfinished(),
                view.counters());
    }

    /// Who gains a hook has running VBS, a table, and baseline, entitlement, signature, package and Arc, or had the
    /// hotpatch before.
    private void checkGates() {
        Set<String> known = hooks;
        hooks = view.hooks().stream().map(RandomRun::text).collect(Collectors.toCollection(HashSet::new));
        if (before instanceof NodeState.Validating && node.state() instanceof NodeState.Loading) {
            assertThat(laid).doesNotContain(Fault.BAD_SIGNATURE, Fault.CORRUPT_PACKAGE);
        }
        Map<String, Long> gained = new TreeMap<>();
        for (Hook hook : view.hooks()) {
            if (!known.contains(text(hook))) {
                gained.merge(hook.kb(), hook.sinceSeconds(), Math::max);
            }
        }
        gained.forEach(this::checkGain);
    }

    private void checkGain(String kb, long sinceSeconds) {
        Manifest manifest = Samples.HOTPATCHES.get(Samples.QUARTER.indexOf(kb));
        boolean kept = registered.filter(kb::equals).isPresent();
        boolean entitled = sinceSeconds < entitledUntil;
        boolean sealed = seal.filter(Seal.INTACT::equals).isPresent();
        boolean connected = !laid.contains(Fault.ARC_DISCONNECTED);
        assertThat(node.vbs().running() && settings.setup().tableBytes() > 0).isTrue();
        assertThat(manifest.baselines()).contains(node.installation().release());
        assertThat(kept || entitled && sealed && connected)
                .as("%s gains hooks of %s", node.state(), kb)
                .isTrue();
    }

    private static String text(Hook hook) {
        return hook.image() + '+' + hook.rva() + ' ' + hook.kb();
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
