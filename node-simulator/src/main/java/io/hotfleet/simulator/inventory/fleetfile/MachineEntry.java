package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A machine, or a range of them: its bare name, or its name with facts.
final class MachineEntry {
    private static final List<String> DEFAULTS_FIELDS = fields("window");
    private static final List<String> SERVER_FIELDS = fields("name", "window");
    private static final List<String> NODE_FIELDS = fields("name");

    private MachineEntry() {}

    static List<String> fields(String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        fields.addAll(Fact.keys());
        return List.copyOf(fields);
    }

    static void defaults(Value value, Told told) {
        Value.Mapping mapping = value.mapping(DEFAULTS_FIELDS);
        told.settings().defaults(facts(mapping), window(mapping));
    }

    static void server(Value value, Told told) {
        if (!(value instanceof Value.Mapping)) {
            for (String name : NameRange.names(value)) {
                told.machine(name, FactSheet.EMPTY, null, null, value.place().line());
            }
            return;
        }
        Value.Mapping mapping = value.mapping(SERVER_FIELDS);
        FactSheet facts = facts(mapping);
        Window window = window(mapping);
        for (String name : names(mapping)) {
            told.machine(name, facts, null, window, value.place().line());
        }
    }

    /// A node or a range of nodes of a cluster; how many it was.
    static int node(Value value, String cluster, FactSheet groupFacts, Told told) {
        List<String> names;
        FactSheet facts = groupFacts;
        if (value instanceof Value.Mapping) {
            Value.Mapping mapping = value.mapping(NODE_FIELDS);
            names = names(mapping);
            facts = facts(mapping).over(groupFacts);
        } else {
            names = NameRange.names(value);
        }
        for (String name : names) {
            told.machine(name, facts, cluster, null, value.place().line());
        }
        return names.size();
    }

    static FactSheet facts(Value.Mapping mapping) {
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        mapping.fields().forEach((key, value) -> {
            Fact fact = Fact.of(key);
            if (fact != null) {
                facts.put(fact, fact.read(value));
            }
        });
        return facts.isEmpty() ? FactSheet.EMPTY : FactSheet.of(facts);
    }

    private static List<String> names(Value.Mapping mapping) {
        return NameRange.names(mapping.require("name", "a name such as web-01, or a range such as web-[01-20]"));
    }

    private static Window window(Value.Mapping mapping) {
        Value window = mapping.fields().get("window");
        return window == null ? null : WindowEntry.read(window);
    }
}
