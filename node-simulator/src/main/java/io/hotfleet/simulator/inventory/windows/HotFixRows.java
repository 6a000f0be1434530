package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.Fact;
import io.hotfleet.simulator.inventory.merge.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The installed KB of each machine: the one that was installed last.
///
/// Of several on the same day a security update goes first, then the higher number; if that leaves a choice, a line
/// says so. .NET and drivers are in the same list, and nothing in it tells which KB is the operating system's.
public final class HotFixRows {
    private static final Pattern TICKS = Pattern.compile("/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)/");
    private static final Pattern KB = Pattern.compile("(?i)KB[0-9]{4,8}");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT), DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT));

    private record Fix(String kb, LocalDate installed, boolean security, Location place) {}

    private static final Comparator<Fix> NEWEST_LAST = Comparator.comparing(
                    Fix::installed, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Fix::security)
            .thenComparing(fix -> Integer.valueOf(fix.kb().substring(2)));

    private final Told told;
    private final Map<String, Fix> newest = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> equals = new LinkedHashMap<>();

    public HotFixRows(Told told) {
        this.told = told;
    }

    public void row(Row row) {
        String machine = row.machine("CSName", "PSComputerName", "__SERVER");
        fix(machine == null ? FileName.require(told.file(), "hotfix", "machine") : machine, row);
    }

    /// A row of a list that belongs to a machine.
    void fix(String machine, Row row) {
        String id = row.text("HotFixID");
        if (id == null || !KB.matcher(id).matches()) {
            return;
        }
        boolean security = "Security Update".equalsIgnoreCase(row.text("Description"));
        Fix fix = new Fix(id.toUpperCase(Locale.ROOT), date(row), security, row.place());
        Fix before = newest.get(machine);
        if (before == null || !rank(before).equals(rank(fix)) && NEWEST_LAST.compare(before, fix) < 0) {
            equals.put(machine, new TreeSet<>(List.of(fix.kb())));
        } else if (rank(before).equals(rank(fix))) {
            equals.get(machine).add(fix.kb());
        }
        newest.merge(machine, fix, (known, more) -> NEWEST_LAST.compare(known, more) < 0 ? more : known);
    }

    private static List<Object> rank(Fix fix) {
        return List.of(fix.security(), String.valueOf(fix.installed()));
    }

    private static LocalDate date(Row row) {
        String text = row.text("InstalledOn");
        text = text == null ? row.text("InstalledOn", "DateTime") : text;
        if (text == null) {
            return null;
        }
        Matcher ticks = TICKS.matcher(text);
        if (ticks.matches()) {
            Instant instant = Instant.ofEpochMilli(Long.parseLong(ticks.group(1)));
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")) {
            return parsed(text.substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE);
        }
        for (DateTimeFormatter format : DATES) {
            LocalDate date = parsed(text.split("[ T]", 2)[0], format);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static LocalDate parsed(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public void finish() {
        newest.forEach((machine, fix) -> {
            told.imported(machine, FactSheet.of(Map.of(Fact.KB, fix.kb())), fix.place());
            if (equals.get(machine).size() > 1) {
                told.note(machine + ": " + String.join(", ", equals.get(machine)) + " were all installed last ("
                        + (fix.installed() == null ? "no date" : fix.installed()) + "), " + fix.kb() + " is taken");
            }
        });
    }
}
