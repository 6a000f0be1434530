package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Command;
import io.hotfleet.simulator.client.Release;
import java.util.Optional;

/// What a machine has to do, once.
public sealed interface UpdateWork {
    boolean restart();

    /// Clustered roles to move away first.
    int drainRoles();

    /// The KB that it installs, if any.
    Optional<String> installs();

    /// Running code is patched.
    record Hotpatch(String kb, boolean restart, int drainRoles) implements UpdateWork {
        @Override
        public Optional<String> installs() {
            return Optional.of(kb);
        }
    }

    /// A baseline or a cumulative update: files are replaced.
    record Files(String kb, boolean restart, int drainRoles) implements UpdateWork {
        @Override
        public Optional<String> installs() {
            return Optional.of(kb);
        }
    }

    /// Something is put right that a restart makes true.
    record Fix(boolean restart, int drainRoles) implements UpdateWork {
        @Override
        public Optional<String> installs() {
            return Optional.empty();
        }
    }

    static UpdateWork of(Command command) {
        if (command.kb() == null) {
            return new Fix(command.restart(), command.drainRoles());
        }
        return of(command.kb(), command.hotpatch(), command.restart(), command.drainRoles());
    }

    /// A machine installs by itself, without a drain.
    static UpdateWork of(Release release, boolean restart) {
        return of(release.kb(), release.isHotpatch(), restart, 0);
    }

    private static UpdateWork of(String kb, boolean hotpatch, boolean restart, int drainRoles) {
        return hotpatch ? new Hotpatch(kb, restart, drainRoles) : new Files(kb, restart, drainRoles);
    }
}
