package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.How;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.Journal.Reoffers;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState.Active;
import io.hotfleet.node.workflow.NodeState.PartlyActive;
import io.hotfleet.node.workflow.NodeState.RolledBack;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NodeTest {
    private static final Manifest FIRST = Samples.HOTPATCHES.get(0);
    private static final Manifest SECOND = Samples.HOTPATCHES.get(1);
    private static final Set<Vbs.Enabler> ON = Set.of(Vbs.Enabler.HVCI);
    private static final long LATER = 50_000;

    private final Node node = node(Withdrawal.UNINSTALL, new Vbs(ON, true));

    @Test
    void aHotpatchWalksTheWorkflowWithoutARestart() {
        offer(FIRST, Seal.INTACT);

        node.advance(LATER);

        assertThat(states())
                .containsExactly(
                        "Offered",
                        "Downloading",
                        "Analysing",
                        "Validating",
                        "Loading",
                        "Hooking",
                        "Verifying",
                        "Retiring",
                        "PartlyActive");
        assertThat(node.journal().updates())
                .extracting(Journal.Update::kb, Journal.Update::how, Journal.Update::restarted)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FIRST.kb(), How.HOTPATCH, false));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                argumentSet("corrupt package", Fault.CORRUPT_PACKAGE, 0, Failure.PACKAGE_CORRUPT, Next.RETRY),
                argumentSet("bad signature", Fault.BAD_SIGNATURE, 0, Failure.SIGNATURE_BROKEN, Next.HOLD),
                argumentSet("wrong image", Fault.WRONG_BASE_IMAGE, 0, Failure.WRONG_IMAGE, Next.FALL_BACK),
                argumentSet("table full", Fault.TABLE_FULL, 0, Failure.TABLE_FULL, Next.FALL_BACK),
                argumentSet("first hook fails", Fault.HOOK_FAILS, 0, Failure.HOOK_FAILED, Next.RETRY),
                argumentSet("later hook fails", Fault.HOOK_FAILS, 9, Failure.HOOK_FAILED, Next.RETRY),
                argumentSet("digest differs", Fault.DIGEST_MISMATCH, 7, Failure.DIGEST_DIFFERS, Next.RETRY),
                argumentSet("Arc away", Fault.ARC_DISCONNECTED, 0, Failure.ARC_DISCONNECTED, Next.FALL_BACK),
                argumentSet("disk full", Fault.DISK_FULL, 0, Failure.DISK_FULL, Next.RETRY),
                argumentSet("clock ahead", Fault.CLOCK_SKEW, 301, Failure.CLOCK_SKEWED, Next.RETRY));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultUndoesCleanlyAndSaysWhatHappensNext(Fault fault, int value, Failure failure, Next next) {
        MemoryView before = MemoryView.of(node.memory());
        node.accept(new NodeInput.Injected(fault, value), 0);
        offer(FIRST, Seal.INTACT);

        node.advance(1_000);

        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
            assertThat(rolledBack.failure()).isEqualTo(failure);
            assertThat(rolledBack.next()).isEqualTo(next);
            assertThat(rolledBack.running()).isEqualTo(Samples.BASELINE);
        });
        assertThat(MemoryView.of(node.memory())).isEqualTo(before);
        assertThat(kinds().contains(Kind.FALLS_BACK)).isEqualTo(next == Next.FALL_BACK);
    }

    @ParameterizedTest
    @EnumSource(value = Seal.class, names = "INTACT", mode = EnumSource.Mode.EXCLUDE)
    void everyBrokenSealHasItsOwnCode(Seal seal) {
        offer(FIRST, seal);

        node.advance(1_000);

        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> assertThat(rolledBack.failure())
                .isEqualTo(seal.failure().orElseThrow()));
        assertThat(MemoryView.of(node.memory()).hooks()).isEmpty();
    }

    static IntStream steps() {
        return IntStream.range(0, 9);
    }

    @ParameterizedTest(name = "after {0} moves")
    @MethodSource("steps")
    void aPowerLossInAnyStepEndsWithTheHotpatchActive(int moves) {
        offer(FIRST, Seal.INTACT);
        for (int i = 0; i < moves && node.nextDueSeconds() < LATER; i++) {
            node.advance(node.nextDueSeconds());
        }

        node.accept(new NodeInput.Injected(Fault.POWER_LOSS, 0), Math.min(LATER, node.nextDueSeconds() - 1));
        node.advance(2 * LATER);

        assertThat(node.state()).isInstanceOfAny(Active.class, PartlyActive.class);
        assertThat(node.state().kb()).isEqualTo(FIRST.kb());
    }

    @Test
    void aLastingFaultEndsTheRetriesInAFallBack() {
        node.accept(new NodeInput.Injected(Fault.DISK_FULL, 0), 0);
        offer(FIRST, Seal.INTACT);

        node.advance(LATER);

        assertThat(kinds()).filteredOn(Kind.FAILED::equals).hasSize(Node.RETRIES_MAX + 1);
        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> assertThat(rolledBack.next())
                .isEqualTo(Next.FALL_BACK));
    }

    @Test
    void offeringAgainChangesNothingAndALoopIsNoticed() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        MemoryView before = MemoryView.of(node.memory());

        for (int i = 0; i < Reoffers.LOOP_OFFERS; i++) {
            node.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), LATER);
        }

        assertThat(MemoryView.of(node.memory())).isEqualTo(before);
        assertThat(kinds()).endsWith(Kind.INSTALLED_ALREADY, Kind.INSTALLED_ALREADY, Kind.REOFFER_LOOP);
    }

    @Test
    void withoutEntitlementNoHookIsGainedAndWhatIsAppliedStays() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        int hooks = MemoryView.of(node.memory()).hooks().size();
        node.accept(new NodeInput.Entitled(0), LATER);

        node.accept(new NodeInput.Offered(new Offer.Hotpatch(SECOND, Seal.INTACT)), LATER);
        node.advance(2 * LATER);

        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> assertThat(rolledBack.failure())
                .isEqualTo(Failure.NOT_ENTITLED));
        assertThat(MemoryView.of(node.memory()).hooks()).hasSize(hooks);
    }

    @Test
    void filesOfAnotherReleaseTakeNoHotpatch() {
        node.accept(
                new NodeInput.Offered(
                        new Offer.Files(Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE), Seal.INTACT)),
                0);
        node.advance(LATER);
        NodeState updated = node.state();

        node.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), LATER);
        node.advance(2 * LATER);

        assertThat(updated).isInstanceOf(Active.class);
        assertThat(node.journal().updates()).allMatch(Journal.Update::restarted);
        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> assertThat(rolledBack.failure())
                .isEqualTo(Failure.WRONG_BASELINE));
    }

    @ParameterizedTest
    @EnumSource(Withdrawal.class)
    void aWithdrawnHotpatchLeavesTheMachineAtItsBaseline(Withdrawal withdrawal) {
        Node faulty = node(withdrawal, new Vbs(ON, true));
        faulty.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), 0);
        faulty.advance(LATER);

        faulty.accept(new NodeInput.WithdrawalAsked(), LATER);
        faulty.advance(2 * LATER);

        assertThat(faulty.installation().newest()).isEqualTo(Samples.BASELINE);
        assertThat(MemoryView.counters(faulty.memory())).isEqualTo(MemoryView.Counters.NONE);
        assertThat(faulty.state())
                .isInstanceOfSatisfying(RolledBack.class, rolledBack -> assertThat(rolledBack.failure())
                        .isEqualTo(Failure.WITHDRAWN));
    }

    @Test
    void aProcessThatEndsMeanwhileComesBackPatched() {
        offer(FIRST, Seal.INTACT);
        node.advance(120);
        node.accept(new NodeInput.Injected(Fault.PROCESS_EXITS, 0), 120);

        node.advance(LATER);

        assertThat(MemoryView.of(node.memory()).hooks())
                .anyMatch(hook -> hook.image().equals("wuaueng.dll"));
        assertThat(kinds()).filteredOn(Kind.PROCESS::equals).hasSize(2);
    }

    @Test
    void aHungThreadIsSeenHoldingOldCodeOfAnActiveHotpatch() {
        node.accept(new NodeInput.Injected(Fault.HUNG_THREAD, 0), 0);
        offer(FIRST, Seal.INTACT);

        node.advance(1_000_000);

        assertThat(node.state()).isInstanceOf(PartlyActive.class);
        assertThat(MemoryView.of(node.memory()).retained()).hasSize(1);
    }

    @Test
    void aSlowNodeTakesItsTime() {
        node.accept(new NodeInput.Injected(Fault.SLOW_NODE, 1_000), 0);
        offer(FIRST, Seal.INTACT);

        node.advance(6 * 60);

        assertThat(node.state()).isInstanceOf(NodeState.Downloading.class);
    }

    private void offer(Manifest manifest, Seal seal) {
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(manifest, seal)), 0);
    }

    private List<String> states() {
        return node.journal().events().stream()
                .filter(event -> event.kind() == Kind.STATE)
                .map(Event::text)
                .toList();
    }

    private List<Kind> kinds() {
        return node.journal().events().stream().map(Event::kind).toList();
    }

    private Event last() {
        return node.journal().events().getLast();
    }

    private static Node node(Withdrawal withdrawal, Vbs vbs) {
        Node node = new Node(new NodeSettings(Samples.setup(1), withdrawal), Samples.fresh(), vbs, 0);
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        return node;
    }
}
