package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.util.List;
import java.util.Optional;

/// What a machine has on its disk: all that the next boot starts from.
///
/// @param release whose files are in place, a baseline or a cumulative update
/// @param files every image of these files
/// @param folded a hotpatch whose code a restart wrote into the files
/// @param registered a hotpatch that each boot applies to memory anew
public record Installation(
        String product, String release, List<Image> files, Optional<Manifest> folded, Optional<Manifest> registered) {
    /// Nothing to map.
    static final Installation NONE = fresh("", "", List.of());

    public Installation {
        files = List.copyOf(files);
    }

    public static Installation fresh(String product, String release, List<Image> files) {
        return new Installation(product, release, files, Optional.empty(), Optional.empty());
    }

    public Installation register(Manifest hotpatch) {
        return new Installation(product, release, files, folded, Optional.of(hotpatch));
    }

    /// A hotpatch that folds is in the files after the restart, and no longer in the register.
    public Installation restarted() {
        if (registered.filter(Manifest::foldsIntoFiles).isEmpty()) {
            return this;
        }
        return new Installation(product, release, files, registered, Optional.empty());
    }

    /// The hotpatch uninstalled and the files of the last good baseline put back.
    public Installation uninstalled() {
        return fresh(product, release, files);
    }

    public Installation unregistered() {
        return new Installation(product, release, files, folded, Optional.empty());
    }

    /// The newest release on the disk.
    public String newest() {
        return registered.or(() -> folded).map(Manifest::kb).orElse(release);
    }

    public int sequenceNumber() {
        return registered.or(() -> folded).map(Manifest::sequenceNumber).orElse(0);
    }

    /// Whether the boot brought the machine to its newest release: without VBS, what is registered is left out.
    public boolean isAppliedAtBoot(boolean hotpatching) {
        return hotpatching || registered.isEmpty();
    }

    /// What a machine that booted from here runs: without VBS, what is registered is not in its memory.
    public Installation running(boolean hotpatching) {
        return isAppliedAtBoot(hotpatching) ? this : unregistered();
    }

    /// Whether a hotpatch is made for these files.
    public boolean accepts(Manifest hotpatch) {
        return hotpatch.product().equals(product) && hotpatch.baselines().contains(release);
    }
}
