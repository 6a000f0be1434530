package io.hotfleet.clusternode.agent;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.ManifestJson;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeInput.Entitled;
import io.hotfleet.node.workflow.NodeInput.Offered;
import io.hotfleet.node.workflow.NodeSettings;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Offer.Hotpatch;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.node.workflow.Vbs;
import io.hotfleet.node.workflow.Vbs.Enabler;
import java.util.EnumSet;
import java.util.Optional;

/// The simulated Windows under the node: booted from what the notes say is installed, its time is its own.
public final class SimulatedWindows {
    /// More than any installation takes.
    private static final long DAY_SECONDS = 86_400;

    private final SyntheticManifests manifests = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);
    private final Node node;
    private long atSeconds;

    public SimulatedWindows(String name, InstalledSoftware software) {
        Setup setup = new Setup(Randoms.key(name), Shape.CORE, Setup.TABLE_BYTES, Retention.REFERENCED);
        Installation files = Installation.fresh(
                software.product(), software.release(), manifests.images(software.product(), software.release()));
        Installation installed = software.hotpatches().isEmpty() ? files : files.register(manifest(software));
        this.node = new Node(
                new NodeSettings(setup, Withdrawal.UNINSTALL),
                installed,
                new Vbs(EnumSet.of(Enabler.SECURED_CORE), true),
                0);
    }

    /// Takes a hotpatch through the whole workflow.
    ///
    /// @param verified what its package holds
    /// @return why it was not installed, in one word; empty if it was
    public synchronized Optional<String> hotpatch(Manifest verified) {
        node.accept(new Entitled(Long.MAX_VALUE), atSeconds);
        Offer offer = new Hotpatch(verified, Seal.INTACT);
        node.accept(new Offered(offer), atSeconds);
        atSeconds += DAY_SECONDS;
        node.advance(atSeconds);
        return node.running().newest().equals(verified.kb()) ? Optional.empty() : Optional.of(failure(node.state()));
    }

    public synchronized String vbs() {
        return switch (node.vbs().status()) {
            case 2 -> "running";
            case 1 -> "configured";
            default -> "off";
        };
    }

    public synchronized int hooks() {
        return counters().hooks();
    }

    public synchronized Counters counters() {
        return MemoryView.counters(node.memory());
    }

    private Manifest manifest(InstalledSoftware software) {
        if (software.contents() != null) {
            return ManifestJson.read(software.contents());
        }
        return manifests
                .hotpatch(software.product(), software.release(), software.hotpatches())
                .manifest();
    }

    private static String failure(NodeState state) {
        return state instanceof NodeState.RolledBack rolledBack
                ? rolledBack.failure().code()
                : state.getClass().getSimpleName();
    }
}
