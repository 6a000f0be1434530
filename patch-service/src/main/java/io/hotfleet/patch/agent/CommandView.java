package io.hotfleet.patch.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotfleet.patch.packaging.PackageDigests;
import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Reason;
import io.hotfleet.postgres.Minutes;
import java.time.Instant;

/// A command as a machine gets it.
///
/// @param packageDigest SHA-256 of the hotpatch's package; null for anything else
record CommandView(
        long id,
        String machine,
        Instant at,
        Action action,
        String kb,
        @JsonProperty("package") Contents contents,
        String packageDigest,
        boolean restart,
        int drainRoles,
        Reason reason) {
    static CommandView of(Command command, Member machine, PackageDigests digests) {
        return new CommandView(
                command.id(),
                machine.name(),
                Minutes.instant(command.at()),
                command.action(),
                command.kb(),
                command.contents(),
                command.contents() == Contents.HOTPATCH ? digests.of(machine.product(), command.kb()) : null,
                command.restart(),
                command.drainRoles(),
                command.reason());
    }
}
