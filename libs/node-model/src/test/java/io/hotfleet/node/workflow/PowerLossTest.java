package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Journal.Event;
import io.hotfleet.node.workflow.Journal.Kind;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PowerLossTest {
    private static final long LATER = 50_000;

    private final Node node = new Node(
            new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL),
            Samples.fresh(),
            new Vbs(Set.of(Vbs.Enabler.HVCI), true),
            0);

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"DOWNLOAD", "ANALYSE", "VALIDATE", "LOAD", "HOOK", "VERIFY"})
    void inAStepOfAHotpatchMemoryIsLostAndTheHotpatchTriedAgain(Step step) {
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        node.accept(new NodeInput.Injected(Fault.POWER_LOSS, step.number()), 0);
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(Samples.HOTPATCHES.getFirst(), Seal.INTACT)), 0);

        node.advance(1_000);
        MemoryView afterTheLoss = MemoryView.of(node.memory());
        node.advance(LATER);

        assertThat(afterTheLoss.hooks()).isEmpty();
        assertThat(restarts()).containsExactly("power lost while " + step);
        assertThat(node.state().kb()).isEqualTo(Samples.QUARTER.getFirst());
        assertThat(MemoryView.of(node.memory()).hooks()).isNotEmpty();
    }

    @Test
    void whileAFailedInstallationIsUndoneItIsTriedAgain() {
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        node.accept(new NodeInput.Injected(Fault.HOOK_FAILS, 0), 0);
        node.accept(new NodeInput.Injected(Fault.POWER_LOSS, Step.UNDO.number()), 0);
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(Samples.HOTPATCHES.getFirst(), Seal.INTACT)), 0);

        node.advance(LATER);

        assertThat(restarts()).containsExactly("power lost while UNDO");
        assertThat(node.running().newest()).isEqualTo(Samples.QUARTER.getFirst());
        assertThat(MemoryView.of(node.memory()).hooks()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"STAGE", "RESTART"})
    void inAStepOfACumulativeUpdateItIsInstalledInTheEnd(Step step) {
        node.accept(new NodeInput.Injected(Fault.POWER_LOSS, step.number()), 0);
        node.accept(
                new NodeInput.Offered(
                        new Offer.Files(Samples.CUMULATIVE, Samples.files(Samples.CUMULATIVE), Seal.INTACT)),
                0);

        node.advance(LATER);

        assertThat(restarts()).hasSize(1).first().asString().startsWith("power lost while ");
        assertThat(node.state()).isInstanceOf(NodeState.Active.class);
        assertThat(node.installation().newest()).isEqualTo(Samples.CUMULATIVE);
    }

    private List<String> restarts() {
        return node.journal().events().stream()
                .filter(event -> event.kind() == Kind.RESTART)
                .map(Event::text)
                .toList();
    }
}
