package io.hotfleet.simulator.workflow;

import io.hotfleet.simulator.manifest.Manifest;
import io.hotfleet.simulator.manifest.Manifest.Image;
import io.hotfleet.simulator.memory.AddressSpace;
import io.hotfleet.simulator.memory.AddressSpace.Disturbance;
import io.hotfleet.simulator.memory.AddressSpace.Reach;
import io.hotfleet.simulator.memory.Installation;
import io.hotfleet.simulator.memory.PatchRefused;
import io.hotfleet.simulator.memory.Setup;
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

    private AddressSpace memory;
    private Installation installation;
    private Vbs vbs;

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

    Vbs vbs() {
        return vbs;
    }

    void switchVbs(Vbs.Enabler enabler, boolean on) {
        vbs = vbs.with(enabler, on);
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
                if (!vbs.running()) {
                    yield Optional.of(Failure.VBS_NOT_RUNNING);
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

    Optional<Failure> download() {
        return faults.strikes(Fault.DISK_FULL) ? Optional.of(Failure.DISK_FULL) : Optional.empty();
    }

    Optional<Failure> load(Manifest manifest, long atSeconds) {
        boolean otherFile = faults.strikes(Fault.WRONG_BASE_IMAGE);
        boolean tableFull = faults.strikes(Fault.TABLE_FULL);
        Manifest seen = otherFile ? withOtherFile(manifest) : manifest;
        return attempt(() -> memory.load(atSeconds, seen, new Disturbance(tableFull, -1, -1, false)));
    }

    Optional<Failure> hook(Offer offer, long atSeconds, List<Reach> reached) {
        Optional<Failure> closed = gate(offer, atSeconds);
        if (closed.isPresent()) {
            memory.undo(atSeconds);
            return closed;
        }
        int failsAt = faults.strike(Fault.HOOK_FAILS);
        return attempt(() -> reached.add(memory.hook(atSeconds, new Disturbance(false, failsAt, -1, false))));
    }

    Optional<Failure> verify(Manifest manifest, long atSeconds) {
        int differsAt = faults.strike(Fault.DIGEST_MISMATCH);
        boolean hung = faults.strikes(Fault.HUNG_THREAD);
        Optional<Failure> failure =
                attempt(() -> memory.commit(atSeconds, new Disturbance(false, -1, differsAt, hung)));
        if (failure.isEmpty()) {
            installation = installation.register(manifest);
        }
        return failure;
    }

    /// Memory is lost; what the disk holds, with what a restart makes of it, is booted.
    void boot(Installation next, long atSeconds) {
        installation = next.restarted();
        vbs = vbs.restarted(!faults.has(Fault.VBS_LOST));
        memory = AddressSpace.boot(setup, installation, vbs.running(), atSeconds);
        processes.clear();
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

    private static Optional<Failure> attempt(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (PatchRefused e) {
            return Optional.of(Failure.of(e));
        }
    }
}
