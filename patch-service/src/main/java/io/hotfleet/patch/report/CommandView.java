package io.hotfleet.patch.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.rollout.Command;
import io.hotfleet.patch.rollout.Command.Action;
import io.hotfleet.patch.rollout.Command.Contents;
import java.time.Instant;

/// A command as a machine gets it.
record CommandView(
        long id,
        String machine,
        Instant at,
        Action action,
        String kb,
        @JsonProperty("package") Contents contents,
        boolean restart,
        int drainRoles,
        String reason) {
    static CommandView of(Command command, String machine) {
        return new CommandView(
                command.id(),
                machine,
                Minutes.instant(command.at()),
                command.action(),
                command.kb(),
                command.contents(),
                command.restart(),
                command.drainRoles(),
                command.reason());
    }
}
