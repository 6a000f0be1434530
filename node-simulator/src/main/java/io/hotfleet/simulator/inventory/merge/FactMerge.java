package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Installed;
import io.hotfleet.simulator.inventory.Installed.Update;
import io.hotfleet.simulator.inventory.WindowsBuild;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.fact.Passing;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One set of facts out of what several files tell of a machine.
///
/// A known fact beats an unknown one, and any of them beats the defaults of a fleet file. What a person wrote
/// in a later file beats an earlier one, and so does what was measured after it; what was measured twice and
/// differs is unknown, so
/// that no order of files or rows decides. Installed updates add up, and the newest build counts. What is still open is
/// the passing value if only fleet files speak of the machine, else unknown.
final class FactMerge {
    /// What a version of Windows brings along: an older one than another source measured says nothing any more.
    private static final Set<Fact> OF_A_VERSION = EnumSet.of(Fact.PRODUCT, Fact.EDITION, Fact.OS_BUILD, Fact.BUILD);

    private final Map<Facts, Facts> interned = new HashMap<>();
    private final Map<Single, Facts> singles = new HashMap<>();
    private final Conflicts conflicts;

    FactMerge(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    private record Single(FactSheet told, FactSheet defaults, boolean described) {}

    /// What a file tells of the machine.
    ///
    /// @param measured whether it was read from the machine, not written by a person
    record Statement(FactSheet facts, String file, boolean measured) {
        boolean isOlderThan(int base) {
            String build = (String) facts.get(Fact.BUILD);
            return measured && build != null && base(build) < base;
        }
    }

    /// What holds so far, and who said so.
    private record Held(Object value, Statement by) {}

    /// @param described whether only fleet files speak of the machine
    Facts facts(String machine, List<Statement> statements, FactSheet defaults, boolean described) {
        if (statements.size() == 1) {
            Single single = new Single(statements.getFirst().facts(), defaults, described);
            return singles.computeIfAbsent(single, s -> settle(s.told(), s.defaults(), s.described()));
        }
        return settle(together(machine, statements), defaults, described);
    }

    private FactSheet together(String machine, List<Statement> statements) {
        int base = statements.stream()
                .filter(one -> one.measured() && one.facts().get(Fact.BUILD) != null)
                .mapToInt(one -> base((String) one.facts().get(Fact.BUILD)))
                .max()
                .orElse(0);
        Map<Fact, Held> held = new EnumMap<>(Fact.class);
        for (Statement statement : statements) {
            boolean older = statement.isOlderThan(base);
            if (older) {
                conflicts.add(machine + ": " + statement.file() + " tells build "
                        + statement.facts().get(Fact.BUILD) + ", another file build " + base + ", which counts");
            }
            for (Fact fact : Fact.values()) {
                Object value = statement.facts().get(fact);
                if (value != null && !(older && OF_A_VERSION.contains(fact))) {
                    hold(machine, held, fact, new Held(value, statement));
                }
            }
        }
        Map<Fact, Object> told = new EnumMap<>(Fact.class);
        held.forEach((fact, one) -> told.put(fact, one.value()));
        return FactSheet.of(told);
    }

    private void hold(String machine, Map<Fact, Held> held, Fact fact, Held more) {
        Held before = held.get(fact);
        boolean unknown = FactSheet.UNKNOWN.equals(more.value());
        if (before == null
                || before.value().equals(FactSheet.UNKNOWN)
                        && !(contradicted(before) && more.by().measured())) {
            held.put(fact, more);
        } else if (fact == Fact.UPDATES) {
            held.put(fact, new Held(union(before.value(), more.value()), more.by()));
        } else if (!unknown && !before.value().equals(more.value())) {
            held.put(fact, settled(machine, fact, before, more));
        }
    }

    /// Whether it is unknown because what was measured differs; nothing measured can settle that any more.
    private static boolean contradicted(Held held) {
        return held.by().facts() == FactSheet.EMPTY;
    }

    private Held settled(String machine, Fact fact, Held before, Held more) {
        if (fact == Fact.BUILD) {
            if (((String) more.value()).startsWith(before.value() + ".")) {
                return more;
            }
            if (((String) before.value()).startsWith(more.value() + ".")) {
                return before;
            }
            boolean newer = order((String) more.value()) > order((String) before.value());
            say(machine, fact, newer ? more : before, newer ? before : more);
            return newer ? more : before;
        }
        boolean counts = fact != Fact.CORES && fact != Fact.ROLES;
        if (counts && before.by().measured() && more.by().measured()) {
            conflicts.add(machine + ": " + fact.key() + " is " + before.value() + " ("
                    + before.by().file() + ") and " + more.value() + " ("
                    + more.by().file() + "), so it is unknown: leave out what is out of date");
            return new Held(
                    FactSheet.UNKNOWN, new Statement(FactSheet.EMPTY, more.by().file(), true));
        }
        say(machine, fact, more, before);
        return more;
    }

    private void say(String machine, Fact fact, Held holds, Held other) {
        conflicts.add(machine + ": " + fact.key() + " is " + holds.value() + " ("
                + holds.by().file() + "), not " + other.value() + " ("
                + other.by().file() + ")");
    }

    /// The build without its revision.
    private static int base(String build) {
        int dot = build.indexOf('.');
        return Integer.parseInt(dot < 0 ? build : build.substring(0, dot));
    }

    private static long order(String build) {
        int dot = build.indexOf('.');
        return base(build) * 1_000_000L + (dot < 0 ? -1 : Integer.parseInt(build.substring(dot + 1)));
    }

    @SuppressWarnings("unchecked") // Fact.UPDATES holds nothing but lists of updates
    private static List<Update> union(Object one, Object other) {
        TreeMap<String, Update> all = new TreeMap<>();
        for (Update update : (List<Update>) one) {
            all.put(update.kb(), update);
        }
        for (Update update : (List<Update>) other) {
            all.merge(update.kb(), update, Update::or);
        }
        return List.copyOf(all.values());
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
        if (known.get(Fact.OS_BUILD) == null && known.get(Fact.BUILD) != null) {
            values[Fact.OS_BUILD.ordinal()] =
                    WindowsBuild.state((String) known.get(Fact.PRODUCT), (String) known.get(Fact.BUILD), (String)
                            values[Fact.ARCHITECTURE.ordinal()]);
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
                (String) by.get(Fact.ARCHITECTURE),
                installed((String) by.get(Fact.BUILD), by.get(Fact.UPDATES)));
    }

    @SuppressWarnings("unchecked") // Fact.UPDATES holds nothing but lists of updates
    private static Installed installed(String build, Object updates) {
        return build == null && updates == null
                ? null
                : new Installed(updates == null ? List.of() : (List<Update>) updates, build);
    }
}
