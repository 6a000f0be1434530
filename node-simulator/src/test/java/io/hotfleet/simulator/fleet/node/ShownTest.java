package io.hotfleet.simulator.fleet.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Journal;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.node.workflow.NodeSettings;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.node.workflow.Vbs;
import io.hotfleet.simulator.fleet.SimulatedFleet.Place;
import io.hotfleet.simulator.fleet.node.MemoryForm.HookView;
import io.hotfleet.simulator.fleet.node.NodeHistory.UpdateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is shown of a node that a service would take long to bring there.
class ShownTest {
    private static final Manifest FIRST = Samples.HOTPATCHES.get(0);
    private static final Manifest SECOND = Samples.HOTPATCHES.get(1);
    private static final Place PLACE = new Place(0, "a", Samples.PRODUCT, Samples.BASELINE, "core", true, 8);
    private static final long DAY = 86_400;

    @Test
    void aHookThatWasVerifiedStaysActiveUnderTheNextHotpatch() {
        Node node = node(Samples.fresh());
        offer(node, FIRST, 0);
        node.accept(new NodeInput.RestartAsked(), DAY);
        offer(node, SECOND, 2 * DAY);
        while (!(node.state() instanceof NodeState.Verifying)) {
            node.advance(node.nextDueSeconds());
        }
        List<HookView> verifying = MemoryForm.hooks(node);

        node.advance(3 * DAY);

        assertThat(verifying).extracting(HookView::state).contains("active", "verifying");
        assertThat(verifying)
                .allMatch(hook -> hook.state().equals("verifying") == hook.kb().equals(SECOND.kb()));
        assertThat(MemoryForm.hooks(node))
                .allMatch(hook -> hook.state().equals("active"))
                .anyMatch(
                        hook -> hook.image().equals("ntoskrnl.exe") && hook.kb().equals(FIRST.kb()));
    }

    @Test
    void updatesKeepTheirNumbersWhenTheOldestAreDropped() {
        Node node = node(Samples.fresh());
        long now = 0;
        while (node.journal().droppedUpdates() == 0) {
            offer(node, FIRST, now);
            node.accept(new NodeInput.WithdrawalAsked(), now + DAY);
            now += 2 * DAY;
        }
        List<UpdateView> before = NodeHistory.updates(node);

        offer(node, FIRST, now);
        node.advance(now + DAY);

        List<UpdateView> after = NodeHistory.updates(node);
        assertThat(after).hasSize(Journal.UPDATES_MAX);
        assertThat(after.subList(0, after.size() - 1)).isEqualTo(before.subList(1, before.size()));
    }

    @Test
    void imagesThatTheHotpatchDoesNotFitAreShownWithTheReason() {
        List<Image> images = new ArrayList<>(FIRST.images());
        images.set(0, otherFile(images.getFirst()));
        Node node = node(Samples.fresh().register(FIRST.withImages(images)));

        NodeView view = NodeView.of(PLACE, node, 0);

        assertThat(view.notApplied()).isEqualTo(Map.of(images.getFirst().name(), "wrong-image"));
        assertThat(NodeView.of(PLACE, node(Samples.fresh().register(FIRST)), 0).notApplied())
                .isNull();
    }

    private static Image otherFile(Image image) {
        return new Image(
                image.name(),
                image.checksum() ^ 1,
                image.timeStamp(),
                image.kind(),
                image.publisher(),
                image.bootCritical(),
                image.sizeBytes(),
                image.processes(),
                image.dependencies(),
                image.payloadDigest(),
                image.functions());
    }

    private static Node node(Installation installation) {
        NodeSettings settings = new NodeSettings(Samples.setup(1), Withdrawal.UNINSTALL);
        Node node = new Node(settings, installation, new Vbs(Set.of(Vbs.Enabler.HVCI), true), 0);
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        return node;
    }

    private static void offer(Node node, Manifest manifest, long atSeconds) {
        node.accept(new NodeInput.Offered(new Offer.Hotpatch(manifest, Seal.INTACT)), atSeconds);
    }
}
