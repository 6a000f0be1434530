package io.hotfleet.node.workflow;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.AddressSpace.Reach;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryEvent;
import io.hotfleet.node.memory.PatchRefused;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.workflow.Failure.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The machine under a node: disk, memory, VBS and what lies on them. Each step of an installation is one method that
/// answers with a failure or with nothing; after a failure, disk and memory are as they were before the installation.
final class Device {
    static final int SKEW_SECONDS_MAX = 300;

    private final Setup setup;
    final Faults faults = new Faults();
    final Processes processes;
    long entitledUntilSeconds;
    Vbs vbs;

    private AddressSpace memory;
    private Installation installation;

    Device(Setup setup, Installation installation, Vbs vbs, long atSeconds) {
        this.setup = setup;
        this.processes = new Processes(setup.shape());
        this.installation = installation;
        this.vbs = vbs;
        this.memory = AddressSpace.boot(setup, installation, vbs.running(), atSeconds);
    }

    AddressSpace memory() {
        return memory;
    }

    Installation installation() {
        return installation;
    }

    /// What the machine runs, which is less than its disk holds where the boot could not apply what is registered.
    Installation running() {
        return installation.running(obstacle().isEmpty());
    }

    /// Why nothing can be hooked, whoever asks.
    Optional<Failure> obstacle() {
        if (!vbs.running()) {
            return Optional.of(Failure.VBS_NOT_RUNNING);
        }
        return setup.tableBytes() == 0 ? Optional.of(Failure.TABLE_SIZE_ZERO) : Optional.empty();
    }

    /// The seal that the node finds, which a fault may have broken on the way.
    Optional<Failure> validate(Offer offer) {
        if (Math.abs(faults.skewSeconds()) > SKEW_SECONDS_MAX) {
            return Optional.of(Failure.CLOCK_SKEWED);
        }
        if (faults.strikes(Fault.CORRUPT_PACKAGE)) {
            return Optional.of(Failure.PACKAGE_CORRUPT);
        }
        if (offer.seal().failure().isEmpty() && faults.strikes(Fault.BAD_SIGNATURE)) {
            return Optional.of(Failure.SIGNATURE_BROKEN);
        }
        return offer.seal().failure();
    }

    /// What must hold before a hotpatch may touch memory: asked before validation and again before the first hook.
    Optional<Failure> gate(Offer offer, long atSeconds) {
        return switch (offer) {
            case Offer.Files _ -> Optional.empty();
            case Offer.Hotpatch hotpatch -> {
                if (obstacle().isPresent()) {
                    yield obstacle();
                }
                if (faults.has(Fault.ARC_DISCONNECTED)) {
                    yield Optional.of(Failure.ARC_DISCONNECTED);
                }
                if (entitledUntilSeconds <= atSeconds) {
                    yield Optional.of(Failure.NOT_ENTITLED);
                }
                boolean fits = installation.accepts(hotpatch.manifest());
                yield fits ? Optional.empty() : Optional.of(Failure.WRONG_BASELINE);
            }
        };
    }

    Optional<Explained> load(Manifest manifest, long atSeconds) {
        boolean otherFile = faults.strikes(Fault.WRONG_BASE_IMAGE);
        boolean tableFull = faults.strikes(Fault.TABLE_FULL);
        Manifest seen = otherFile ? withOtherFile(manifest) : manifest;
        return attempt(() -> memory.load(atSeconds, seen, new Disturbance(tableFull, -1, -1, false)));
    }

    Optional<Explained> hook(Offer offer, long atSeconds, List<Reach> reached) {
        Optional<Failure> closed = gate(offer, atSeconds);
        if (closed.isPresent()) {
            memory.undo(atSeconds);
            return Explained.plain(closed);
        }
        int failsAt = faults.strike(Fault.HOOK_FAILS);
        return attempt(() -> reached.add(memory.hook(atSeconds, new Disturbance(false, failsAt, -1, false))));
    }

    Optional<Explained> verify(Manifest manifest, long atSeconds) {
        int differsAt = faults.strike(Fault.DIGEST_MISMATCH);
        boolean hung = faults.strikes(Fault.HUNG_THREAD);
        Optional<Explained> failure =
                attempt(() -> memory.commit(atSeconds, new Disturbance(false, -1, differsAt, hung)));
        if (failure.isEmpty()) {
            installation = installation.register(manifest);
        }
        return failure;
    }

    /// Memory is lost, until the next boot.
    ///
    /// @param next what the disk holds from now on
    void goDown(Installation next, long atSeconds) {
        installation = next;
        vbs = vbs.stopped();
        memory = AddressSpace.replay(setup, List.of(new MemoryEvent.WentDown(atSeconds)));
        processes.clear();
    }

    /// What the disk holds, with what a restart makes of it, is booted.
    void boot(long atSeconds) {
        installation = installation.restarted();
        vbs = vbs.restarted(!faults.has(Fault.VBS_LOST));
        memory = AddressSpace.boot(setup, installation, vbs.running(), atSeconds);
    }

    private static Manifest withOtherFile(Manifest manifest) {
        List<Image> images = new ArrayList<>();
        for (Image image : manifest.images()) {
            images.add(new Image(
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
                    image.functions()));
        }
        return manifest.withImages(images);
    }

    private static Optional<Explained> attempt(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (PatchRefused e) {
            return Optional.of(Explained.of(e));
        }
    }
}
