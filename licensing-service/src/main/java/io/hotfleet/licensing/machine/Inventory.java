package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What told facts do to the machines of a fleet. Pure: what is stored and what is told in, what to write out.
final class Inventory {
    /// A machine as it is told whole.
    record Told(MachineId machine, String cluster, String hardwareId, Facts facts) {}

    /// Facts of a machine that change at a minute; without a minute, at the fleet's present.
    record Change(MachineId machine, Instant at, Map<Fact, String> facts) {}

    private final Fleet fleet;
    private final Instant start;
    private final Map<MachineId, Machine> stored;

    /// `start` is the minute from which machines that are told whole hold their facts.
    Inventory(Fleet fleet, Instant start, List<Machine> stored) {
        this.fleet = fleet;
        this.start = start;
        this.stored = stored.stream().collect(Collectors.toMap(Machine::id, Function.identity()));
    }

    Batch put(List<Told> told) {
        checkHardware(told);
        Map<Facts, Timeline> fresh = new LinkedHashMap<>();
        Map<MachineId, Machine> changed = new TreeMap<>();
        int created = 0;
        for (Told item : told) {
            Timeline begun = fresh.computeIfAbsent(item.facts(), facts -> Timeline.from(start, facts));
            Machine before = stored.get(item.machine());
            Machine after = before == null
                    ? new Machine(item.machine(), item.cluster(), item.hardwareId(), begun)
                    : revised(before, item, begun);
            created += before == null ? 1 : 0;
            if (!after.equals(before)) {
                changed.put(after.id(), after);
            }
        }
        int replaced = changed.size() - created;
        Counts counts = new Counts(told.size(), created, told.size() - created - replaced, replaced);
        return new Batch(List.copyOf(changed.values()), counts);
    }

    Batch patch(List<Change> changes) {
        List<MachineId> unknown = changes.stream()
                .map(Change::machine)
                .filter(name -> !stored.containsKey(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new MachineNotFound(fleet.id(), unknown);
        }
        Map<MachineId, Machine> present = new TreeMap<>(stored);
        TreeSet<MachineId> changed = new TreeSet<>();
        int replaced = 0;
        for (Change change : changes) {
            Machine before = present.get(change.machine());
            Instant at = minute(change);
            Timeline timeline = before.timeline().with(at, change.facts());
            if (!timeline.equals(before.timeline())) {
                present.put(before.id(), before.with(timeline));
                changed.add(before.id());
                replaced++;
            }
        }
        List<Machine> written = new ArrayList<>();
        changed.forEach(name -> written.add(present.get(name)));
        return new Batch(written, new Counts(changes.size(), 0, changes.size() - replaced, replaced));
    }

    /// A hardware id is unique within its fleet. The whole batch is refused: nobody would learn which machine a
    /// renamed one became.
    private void checkHardware(List<Told> told) {
        Map<String, MachineId> owners = new HashMap<>();
        stored.values().stream()
                .filter(machine -> machine.hardwareId() != null)
                .forEach(machine -> owners.put(machine.hardwareId(), machine.id()));
        List<Fault> errors = new ArrayList<>();
        for (int index = 0; index < told.size(); index++) {
            Told item = told.get(index);
            MachineId owner = item.hardwareId() == null
                    ? item.machine()
                    : owners.computeIfAbsent(item.hardwareId(), _ -> item.machine());
            if (!owner.equals(item.machine())) {
                String detail = "'" + item.hardwareId() + "' is the hardware of '" + owner + "' here.";
                errors.add(Fault.at("/" + index + "/hardwareId", detail));
            }
        }
        if (!errors.isEmpty()) {
            throw new HardwareKnown(errors);
        }
    }

    private Instant minute(Change change) {
        if (change.at() == null) {
            return start;
        }
        if (fleet instanceof Fleet.Live && change.at().isAfter(start)) {
            throw ProblemException.invalid(
                    "at", "a live fleet's facts change now or in the past; " + change.at() + " is to come.");
        }
        return change.at();
    }

    /// In a rehearsal the same facts told again are a repetition and keep what was patched since; other facts
    /// begin the machine anew. A live machine goes on from now.
    private Machine revised(Machine before, Told item, Timeline begun) {
        String hardwareId = item.hardwareId() == null ? before.hardwareId() : item.hardwareId();
        Machine after = new Machine(before.id(), item.cluster(), hardwareId, before.timeline());
        if (fleet instanceof Fleet.Live) {
            Facts now = before.timeline().at(start).facts();
            return after.with(before.timeline().with(start, now.changesTo(item.facts())));
        }
        return Objects.equals(before.timeline().first(), begun.first()) ? after : after.with(begun);
    }
}
