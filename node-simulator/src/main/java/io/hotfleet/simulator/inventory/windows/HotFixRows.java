package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.Installed.Update;
import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The updates that each machine lists as installed, all of them: which of them are Windows' own, and which
/// decides, only the catalogue knows. .NET, servicing stacks and drivers are in the same list and look alike.
public final class HotFixRows {
    private static final Pattern KB = Pattern.compile("(?i)(KB)?[0-9]{6,8}");

    /// @param date as written; null where the row has none
    private record Fix(String kb, String date) {}

    private record OfMachine(boolean whole, Location place, List<Fix> fixes) {}

    private final Told told;
    private final Map<String, OfMachine> machines = new LinkedHashMap<>();
    private final InstallDates dates = new InstallDates();

    public HotFixRows(Told told) {
        this.told = told;
    }

    public void row(Row row) {
        String machine = row.machine("CSName", "PSComputerName", "__SERVER");
        boolean fromFile = machine == null;
        fix(fromFile ? FileName.require(told.file(), "hotfix", "machine") : machine, fromFile, row);
    }

    /// A row of a list that belongs to a machine.
    ///
    /// @param whole whether the machine's name is known not to be cut off
    void fix(String machine, boolean whole, Row row) {
        if (!Told.NAME.matcher(machine).matches()) {
            throw row.place().invalid("names the machine \"" + machine + "\", accepted is " + Told.NAME_ACCEPTED);
        }
        String id = row.text("HotFixID");
        if (id == null || !KB.matcher(id).matches()) {
            told.tally().passedOver(id == null ? "updates without HotFixID" : "updates without a KB number");
            return;
        }
        String date = row.text("InstalledOn") == null ? row.text("InstalledOn", "DateTime") : row.text("InstalledOn");
        if (date != null) {
            dates.see(date);
        }
        String number = id.toUpperCase(Locale.ROOT);
        machines.computeIfAbsent(machine, _ -> new OfMachine(whole, row.place(), new ArrayList<>()))
                .fixes()
                .add(new Fix(number.startsWith("KB") ? number : "KB" + number, date));
    }

    public void finish() {
        machines.forEach((machine, list) -> {
            TreeMap<String, Update> updates = new TreeMap<>();
            for (Fix fix : list.fixes()) {
                LocalDate on =
                        fix.date() == null ? null : dates.read(fix.date()).orElse(null);
                updates.merge(fix.kb(), new Update(fix.kb(), fix.date() != null, on), Update::or);
            }
            FactSheet facts = FactSheet.of(Map.of(Fact.UPDATES, List.copyOf(updates.values())));
            told.imported(machine, list.whole(), facts, list.place());
        });
        dates.remark().ifPresent(told::note);
    }
}
