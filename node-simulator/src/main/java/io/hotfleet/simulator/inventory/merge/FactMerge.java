package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Facts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One set of facts out of what several files tell of a machine.
///
/// A known fact beats an unknown one, a later file an earlier one, and any of them beats the defaults of a fleet
/// file. What is still open is the passing value if only fleet files speak of the machine, else unknown.
final class FactMerge {
    private final Map<Facts, Facts> interned = new HashMap<>();
    private final Map<Single, Facts> singles = new HashMap<>();
    private final Conflicts conflicts;

    FactMerge(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    private record Single(FactSheet told, FactSheet defaults, boolean described) {}

    /// What a file tells of the machine.
    record Statement(FactSheet facts, String file) {}

    /// @param described whether only fleet files speak of the machine
    Facts facts(String machine, List<Statement> statements, FactSheet defaults, boolean described) {
        if (statements.size() == 1) {
            Single single = new Single(statements.getFirst().facts(), defaults, described);
            return singles.computeIfAbsent(single, s -> settle(s.told(), s.defaults(), s.described()));
        }
        return settle(together(machine, statements), defaults, described);
    }

    private FactSheet together(String machine, List<Statement> statements) {
        Map<Fact, Object> told = new EnumMap<>(Fact.class);
        Map<Fact, String> toldBy = new EnumMap<>(Fact.class);
        for (Statement statement : statements) {
            for (Fact fact : Fact.values()) {
                Object value = statement.facts().get(fact);
                Object before = told.get(fact);
                if (value == null || before != null && value.equals(FactSheet.UNKNOWN)) {
                    continue;
                }
                if (before != null && !before.equals(FactSheet.UNKNOWN) && !before.equals(value)) {
                    conflicts.add(machine + ": " + fact.key() + " is " + value + " (" + statement.file() + "), not "
                            + before + " (" + toldBy.get(fact) + ")");
                }
                told.put(fact, value);
                toldBy.put(fact, statement.file());
            }
        }
        return FactSheet.of(told);
    }

    private Facts settle(FactSheet told, FactSheet defaults, boolean described) {
        FactSheet known = told.over(defaults);
        if (known.get(Fact.PRODUCT) == null) {
            known = known.over(FactSheet.of(Map.of(Fact.PRODUCT, Passing.PRODUCT)));
        }
        Object[] values = new Object[Fact.values().length];
        for (Fact fact : Fact.values()) {
            Object value = known.get(fact);
            if (value == null && (described || fact == Fact.ROLES)) {
                value = Passing.value(fact, known);
            }
            values[fact.ordinal()] = FactSheet.UNKNOWN.equals(value) ? null : value;
        }
        if (values[Fact.KB.ordinal()] != null) {
            values[Fact.INSTALLED_BUILD.ordinal()] = null;
        }
        Facts facts = asFacts(values);
        Facts same = interned.putIfAbsent(facts, facts);
        return same == null ? facts : same;
    }

    private static Facts asFacts(Object[] values) {
        Map<Fact, Object> by = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            by.put(fact, values[fact.ordinal()]);
        }
        @SuppressWarnings("unchecked") // Fact.ROLES reads nothing but lists of texts
        List<String> roles = (List<String>) by.get(Fact.ROLES);
        return new Facts(
                (String) by.get(Fact.PRODUCT),
                (String) by.get(Fact.EDITION),
                (String) by.get(Fact.PLATFORM),
                (String) by.get(Fact.OS_BUILD),
                (String) by.get(Fact.INSTALL_OPTION),
                (String) by.get(Fact.IMAGE),
                (String) by.get(Fact.FIRMWARE),
                (String) by.get(Fact.VBS),
                (String) by.get(Fact.HOT_PATCH_TABLE),
                (String) by.get(Fact.ARC),
                (String) by.get(Fact.SUBSCRIPTION),
                (String) by.get(Fact.LICENCE),
                (Boolean) by.get(Fact.OPT_IN),
                (String) by.get(Fact.PATCH_MODE),
                (String) by.get(Fact.EXTENSION),
                (String) by.get(Fact.UPDATE_SOURCE),
                (String) by.get(Fact.POLICY),
                (String) by.get(Fact.CHPE),
                (Integer) by.get(Fact.CORES),
                (String) by.get(Fact.KB),
                roles,
                (String) by.get(Fact.INSTALLED_BUILD));
    }
}
