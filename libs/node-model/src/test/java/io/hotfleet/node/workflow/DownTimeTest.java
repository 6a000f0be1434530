package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState.Active;
import io.hotfleet.node.workflow.NodeState.PartlyActive;
import io.hotfleet.node.workflow.NodeState.RolledBack;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a restart, and what a boot that cannot apply everything, make of a node.
class DownTimeTest {
    private static final Manifest FIRST = Samples.HOTPATCHES.getFirst();
    private static final Set<Vbs.Enabler> ON = Set.of(Vbs.Enabler.HVCI);
    private static final long LATER = 50_000;

    private final Node node =
            new Node(new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL), Samples.fresh(), new Vbs(ON, true), 0);

    @BeforeEach
    void theNodeIsEntitled() {
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
    }

    @Test
    void lostVbsFallsBackAndSaysSo() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        node.accept(new NodeInput.Injected(Fault.VBS_LOST, 0), LATER);
        node.accept(new NodeInput.RestartAsked(), LATER);

        node.advance(2 * LATER);

        assertThat(node.vbs().status()).isEqualTo(1);
        assertThat(MemoryView.of(node.memory()).hooks()).isEmpty();
        assertThat(last())
                .isEqualTo(new Event(last().atSeconds(), FIRST.kb(), Kind.FALLS_BACK, Failure.VBS_NOT_RUNNING.code()));
    }

    @Test
    void whatIsRegisteredButNotRunningIsNotInstalled() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        node.accept(new NodeInput.Injected(Fault.VBS_LOST, 0), LATER);
        node.accept(new NodeInput.RestartAsked(), LATER);
        node.advance(2 * LATER);

        node.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), 2 * LATER);
        node.advance(3 * LATER);

        assertThat(kinds()).doesNotContain(Kind.INSTALLED_ALREADY);
        assertThat(node.running().newest()).isEqualTo(Samples.BASELINE);
        assertThat(node.installation().newest()).isEqualTo(FIRST.kb());
        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
            assertThat(rolledBack.failure()).isEqualTo(Failure.VBS_NOT_RUNNING);
            assertThat(rolledBack.running()).isEqualTo(Samples.BASELINE);
        });
    }

    @Test
    void aFirstBootWithoutVbsSaysThatItsHotpatchIsNotRunning() {
        Installation hotpatched = Samples.fresh().register(FIRST);
        NodeSettings settings = new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL);

        Node off = new Node(settings, hotpatched, new Vbs(ON, false), 0);

        assertThat(off.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
            assertThat(rolledBack.failure()).isEqualTo(Failure.VBS_NOT_RUNNING);
            assertThat(rolledBack.running()).isEqualTo(Samples.BASELINE);
        });
    }

    @Test
    void aTableOfSizeZeroHasItsOwnFailureInTheGateAndAtTheBoot() {
        Setup setup = new Setup(1, Shape.CORE, 0, Retention.REFERENCED);
        NodeSettings settings = new NodeSettings(setup, Withdrawal.UNINSTALL);
        Node offered = new Node(settings, Samples.fresh(), new Vbs(ON, true), 0);
        Node booted = new Node(settings, Samples.fresh().register(FIRST), new Vbs(ON, true), 0);
        offered.accept(new NodeInput.Entitled(NodeState.NEVER), 0);

        offered.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), 0);
        offered.advance(LATER);
        booted.accept(new NodeInput.RestartAsked(), 0);
        booted.advance(LATER);

        assertThat(List.of(offered, booted))
                .allSatisfy(each -> assertThat(each.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
                    assertThat(rolledBack.failure()).isEqualTo(Failure.TABLE_SIZE_ZERO);
                    assertThat(rolledBack.next()).isEqualTo(Next.FALL_BACK);
                    assertThat(rolledBack.running()).isEqualTo(Samples.BASELINE);
                }));
    }

    @Test
    void switchingVbsOnTakesEffectWithTheRestart() {
        Node off = new Node(
                new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL), Samples.fresh(), new Vbs(Set.of(), false), 0);
        int before = off.vbs().status();
        off.accept(new NodeInput.VbsSwitched(Vbs.Enabler.REGISTRY, true), 1);
        int configured = off.vbs().status();

        off.accept(new NodeInput.RestartAsked(), 2);
        int down = off.vbs().status();
        off.advance(LATER);

        assertThat(List.of(before, configured, down, off.vbs().status())).containsExactly(0, 1, 1, 2);
    }

    @Test
    void theBaselineThatIsThereIsNotInstalledAgainUnderAHotpatch() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);

        node.accept(new NodeInput.Offered(new Offer.Files(Samples.BASELINE, Samples.FILES, Seal.INTACT)), LATER);
        node.advance(2 * LATER);

        assertThat(kinds()).endsWith(Kind.INSTALLED_ALREADY).doesNotContain(Kind.RESTART);
        assertThat(node.running().newest()).isEqualTo(FIRST.kb());
    }

    @Test
    void olderFilesDoNotReplaceNewerOnes() {
        node.accept(
                new NodeInput.Offered(
                        new Offer.Files(Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE), Seal.INTACT)),
                0);
        node.advance(LATER);

        node.accept(
                new NodeInput.Offered(new Offer.Files(
                        Samples.BASELINE, Set.of(FIRST.kb(), Samples.CUMULATIVE), Samples.FILES, Seal.INTACT)),
                LATER);
        node.advance(2 * LATER);

        assertThat(kinds()).endsWith(Kind.INSTALLED_ALREADY);
        assertThat(node.running().newest()).isEqualTo(Samples.CUMULATIVE);
    }

    @Test
    void whileTheMachineIsDownItHasNoMemory() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        node.accept(new NodeInput.RestartAsked(), LATER);

        node.accept(new NodeInput.Injected(Fault.PROCESS_EXITS, 0), LATER + 1);

        assertThat(node.state()).isInstanceOf(NodeState.Restarting.class);
        assertThat(MemoryView.of(node.memory()).hooks()).isEmpty();
        assertThat(MemoryView.of(node.memory()).regions()).isEmpty();
        assertThat(node.vbs().status()).isEqualTo(1);
        assertThat(kinds()).doesNotContain(Kind.PROCESS);
    }

    @Test
    void anImageIsNotPatchedBeforeTheMachineIsUp() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        node.accept(new NodeInput.RestartAsked(), LATER);
        long up = node.nextDueSeconds();

        node.advance(up);

        assertThat(MemoryView.of(node.memory()).hooks()).isNotEmpty().allMatch(hook -> hook.sinceSeconds() == up);
    }

    @Test
    void whatWaitsForTheBootCompletesWithTheRestart() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);
        NodeState before = node.state();

        node.accept(new NodeInput.RestartAsked(), LATER);
        node.advance(2 * LATER);

        assertThat(before).isInstanceOfSatisfying(PartlyActive.class, partly -> assertThat(partly.waitingForBoot())
                .containsExactly("ntoskrnl.exe"));
        assertThat(node.state()).isInstanceOf(Active.class);
        assertThat(node.installation().newest()).isEqualTo(FIRST.kb());
    }

    private void offer(Manifest manifest, Seal seal) {
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(manifest, seal)), 0);
    }

    private List<Kind> kinds() {
        return node.journal().events().stream().map(Event::kind).toList();
    }

    private Event last() {
        return node.journal().events().getLast();
    }
}
