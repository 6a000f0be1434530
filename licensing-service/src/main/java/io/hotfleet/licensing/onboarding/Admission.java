package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who a connecting machine is. Pure: the machines that share its name or hardware in, the machine to write out.
///
/// Known hardware stays the machine it is, under the name it has. A name that an inventory told without hardware is
/// this machine's. A name that belongs to other hardware is a conflict.
record Admission(Machine machine, boolean isNew) {
    /// A machine that nobody told of before has neither taken a licence nor opted in.
    private static final Map<Fact, String> FRESH = Map.of(Fact.LICENCE, "disabled", Fact.OPT_IN, "false");

    static Admission of(Connection connection, List<Machine> known, Instant now) {
        Optional<Machine> same = known.stream()
                .filter(machine -> connection.hardwareId().equals(machine.hardwareId()))
                .findFirst();
        if (same.isPresent()) {
            return new Admission(told(same.get(), connection, now), false);
        }
        Optional<Machine> namesake = known.stream()
                .filter(machine -> machine.id().equals(connection.machine()))
                .findFirst();
        if (namesake.isEmpty()) {
            Timeline timeline = Timeline.from(now, new Facts(FRESH).with(connection.facts()));
            return new Admission(
                    new Machine(connection.machine(), connection.cluster(), connection.hardwareId(), timeline), true);
        }
        if (namesake.get().hardwareId() != null) {
            throw new NameTaken(connection.machine());
        }
        return new Admission(told(namesake.get(), connection, now), true);
    }

    private static Machine told(Machine known, Connection connection, Instant now) {
        String cluster = connection.cluster() == null ? known.cluster() : connection.cluster();
        Timeline timeline = known.timeline().with(now, connection.facts());
        return new Machine(known.id(), cluster, connection.hardwareId(), timeline);
    }
}
