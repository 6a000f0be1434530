package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.merge.EventTold;
import io.hotfleet.simulator.inventory.merge.Told;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Something that happens to one machine.
final class EventEntry {
    private static final List<String> FIELDS = List.of("at", "from", "to", "machine", "install", "offline", "set");
    private static final List<String> CHANGEABLE = Fact.keys().stream()
            .filter(Predicate.not(List.of("product", "kb", "roles", "architecture", "build")::contains))
            .toList();
    private static final Pattern MOMENT =
            Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}" + "(T[0-9]{2}:[0-9]{2}(:00)?(Z|[+-][0-9]{2}:[0-9]{2}))?");
    private static final String MOMENT_ACCEPTED =
            "a date such as 2025-10-24, its first instant in UTC, or a minute such as 2025-10-24T18:30Z";
    private static final String FORMS = "at with install or set, or from and to with offline: true";

    private EventEntry() {}

    static void read(Value value, Told told) {
        Value.Mapping event = value.mapping(FIELDS);
        String machine = event.require("machine", "the name of a machine").text(Told.NAME, Told.NAME_ACCEPTED);
        told.event(new EventTold(value.place(), event(event, machine)));
    }

    private static MachineEvent event(Value.Mapping event, String machine) {
        Map<String, Value> fields = event.fields();
        if (fields.containsKey("install")) {
            only(event, 3);
            String kb = (String) Fact.KB.read(fields.get("install"));
            return new MachineEvent.Install(moment(event, "at"), machine, kb);
        }
        if (fields.containsKey("set")) {
            only(event, 3);
            return new MachineEvent.Change(moment(event, "at"), machine, facts(fields.get("set")));
        }
        if (!fields.containsKey("offline")) {
            throw event.place().invalid("tells nothing that happens, accepted is " + FORMS);
        }
        only(event, 4);
        if (!(fields.get("offline") instanceof Value.Scalar scalar) || !Boolean.TRUE.equals(scalar.content())) {
            throw fields.get("offline").notAccepted("true");
        }
        Instant from = moment(event, "from");
        Instant to = moment(event, "to");
        if (!from.isBefore(to)) {
            throw fields.get("to").notAccepted("a moment after from");
        }
        return new MachineEvent.Offline(from, to, machine);
    }

    private static void only(Value.Mapping event, int fields) {
        if (event.fields().size() > fields) {
            throw event.place().invalid("has too many fields, accepted is " + FORMS);
        }
    }

    private static Instant moment(Value.Mapping event, String field) {
        Value value = event.require(field, MOMENT_ACCEPTED);
        String text = value.text(MOMENT, MOMENT_ACCEPTED);
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw value.notAccepted(MOMENT_ACCEPTED);
        }
    }

    private static FactChanges facts(Value value) {
        Value.Mapping mapping = value.mapping(CHANGEABLE);
        if (mapping.fields().isEmpty()) {
            throw value.place().invalid("is empty, accepted are: " + String.join(", ", CHANGEABLE));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        mapping.fields().forEach((key, fact) -> facts.put(key, Fact.of(key).read(fact)));
        return new FactChanges(facts);
    }
}
