package io.hotfleet.node.workflow;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Samples;
import io.hotfleet.node.workflow.Offer.Seal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a machine looks like that did nothing but install a baseline, take one hotpatch, and restart.
///
/// What it then has on its disk does not depend on the machine, so walking there once serves many; `walks` does the
/// whole for each.
record FreshNode(NodeSettings settings, boolean folds, boolean walks) {
    private static final Map<String, Installation> DISKS = new ConcurrentHashMap<>();
    private static final long DAY = 86_400;

    /// @param other a node that booted a moment ago
    MemoryView booted(Node other) {
        Installation disk = other.installation();
        Optional<String> kb = disk.registered().or(disk::folded).map(Manifest::kb);
        boolean running = other.vbs().running();
        if (walks) {
            return MemoryView.of(walk(settings, disk.release(), kb, running).memory());
        }
        String key = disk.release() + kb + folds;
        NodeSettings any = new NodeSettings(Samples.setup(0), settings.withdrawal());
        Installation same = DISKS.computeIfAbsent(
                key, _ -> walk(any, disk.release(), kb, true).installation());
        return MemoryView.of(AddressSpace.boot(settings.setup(), same, running, 0));
    }

    private Node walk(NodeSettings machine, String release, Optional<String> kb, boolean running) {
        Installation files = Installation.fresh(Samples.PRODUCT, release, Samples.files(release));
        Node node = new Node(machine, files, new Vbs(Set.of(Vbs.Enabler.HVCI), true), 0);
        node.accept(new NodeInput.Entitled(NodeState.NEVER), 0);
        kb.map(Samples.QUARTER::indexOf)
                .map(index -> Samples.HOTPATCHES.get(index).withFolding(folds))
                .ifPresent(
                        manifest -> node.accept(new NodeInput.Offered(new Offer.Hotpatch(manifest, Seal.INTACT)), 0));
        node.advance(DAY);
        if (!running) {
            node.accept(new NodeInput.Injected(Fault.VBS_LOST, 0), DAY);
        }
        node.accept(new NodeInput.RestartAsked(), DAY);
        node.advance(2 * DAY);
        return node;
    }
}
