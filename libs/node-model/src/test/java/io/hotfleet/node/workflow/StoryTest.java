package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.node.workflow.Failure.Next;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.How;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState.RolledBack;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a node tells of its installations, and how often it tries.
class StoryTest {
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
    void powerThatIsLostAgainAndAgainUsesUpTheRetries() {
        offer(FIRST, Seal.INTACT);

        long now = 0;
        for (int i = 0; i < 10 && node.nextDueSeconds() < NodeState.NEVER; i++) {
            node.accept(new NodeInput.Injected(Fault.POWER_LOSS, Step.HOOK.number()), now);
            do {
                now = node.nextDueSeconds();
                node.advance(now);
            } while (!(node.state() instanceof RolledBack));
        }

        assertThat(kinds()).filteredOn(Kind.RESTART::equals).hasSize(Node.RETRIES_MAX + 1);
        assertThat(node.state()).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
            assertThat(rolledBack.failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(rolledBack.next()).isEqualTo(Next.FALL_BACK);
        });
    }

    @Test
    void aNodeThatIsCutOffDownloadsNothingAndTriesAgain() {
        node.accept(new NodeInput.Injected(Fault.PARTITION, 0), 0);
        offer(FIRST, Seal.INTACT);
        node.advance(1_000);
        NodeState cutOff = node.state();
        node.accept(new NodeInput.Healed(Fault.PARTITION), 1_000);

        node.advance(LATER);

        assertThat(cutOff).isInstanceOfSatisfying(RolledBack.class, rolledBack -> {
            assertThat(rolledBack.failure()).isEqualTo(Failure.UNREACHABLE);
            assertThat(rolledBack.next()).isEqualTo(Next.RETRY);
        });
        assertThat(node.running().newest()).isEqualTo(FIRST.kb());
    }

    @Test
    void theTimelineTellsTheKernelsStatusAndWhere() {
        node.accept(new NodeInput.Injected(Fault.TABLE_FULL, 0), 0);
        offer(FIRST, Seal.INTACT);

        node.advance(LATER);

        assertThat(node.journal().events())
                .filteredOn(event -> event.kind() == Kind.FAILED)
                .singleElement()
                .satisfies(event -> assertThat(event.text()).matches("table-full \\(0xC00004AC\\): .+ more slots"));
    }

    @Test
    void divertingTellsWhatItCost() {
        offer(FIRST, Seal.INTACT);

        node.advance(LATER);

        assertThat(node.journal().events())
                .filteredOn(event -> event.kind() == Kind.REACH)
                .singleElement()
                .satisfies(event -> assertThat(event.text())
                        .matches(".*; all processors stood [0-9.]+ µs, threads worked [1-9][0-9]* µs"));
    }

    @Test
    void stepsTakeAsLongAsIsAssumed() {
        Assumptions assumed = Assumptions.DEFAULTS.with(
                Map.of("hotpatchInstall", new Span(1_200, true), "restart", new Span(60, true)));
        Node slow = new Node(
                new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL, assumed),
                Samples.fresh(),
                new Vbs(ON, true),
                0);
        slow.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        slow.accept(new NodeInput.Offered(new Offer.Hotpatch(FIRST, Seal.INTACT)), 0);
        slow.advance(LATER);

        slow.accept(new NodeInput.RestartAsked(), LATER);

        assertThat(slow.journal().updates().getFirst().atSeconds()).isEqualTo(1_200);
        assertThat(slow.nextDueSeconds()).isEqualTo(LATER + 60);
    }

    @Test
    void aWithdrawalPutsTheBaselineBackInTheHistory() {
        offer(FIRST, Seal.INTACT);
        node.advance(LATER);

        node.accept(new NodeInput.WithdrawalAsked(), LATER);

        assertThat(node.journal().updates())
                .extracting(Journal.Update::kb, Journal.Update::how)
                .endsWith(
                        org.assertj.core.groups.Tuple.tuple(FIRST.kb(), How.UNINSTALLED),
                        org.assertj.core.groups.Tuple.tuple(Samples.BASELINE, How.FILES));
    }

    private void offer(Manifest manifest, Seal seal) {
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(manifest, seal)), 0);
    }

    private List<Kind> kinds() {
        return node.journal().events().stream().map(Event::kind).toList();
    }
}
