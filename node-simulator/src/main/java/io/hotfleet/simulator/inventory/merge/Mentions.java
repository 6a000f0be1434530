package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.merge.FactMerge.Statement;
import java.util.ArrayList;
import java.util.List;

/// All mentions of one machine, in the order of the files.
final class Mentions {
    private record Mention(Sighting sighting, Told told) {}

    final String key;
    private final List<Mention> mentions = new ArrayList<>(1);

    Mentions(String key) {
        this.key = key;
    }

    void add(Sighting sighting, Told told) {
        if (told.speaker != Told.Speaker.IMPORT
                && !mentions.isEmpty()
                && mentions.getLast().told() == told) {
            throw new FleetInvalid(told.file + ":" + sighting.line() + ": machine \"" + sighting.name()
                    + "\" is named twice, first in line "
                    + mentions.getLast().sighting().line());
        }
        mentions.add(new Mention(sighting, told));
    }

    /// The spelling of the first file that a person wrote, else the short name where that is enough.
    String displayName(NameBook names) {
        for (Mention mention : mentions) {
            if (mention.told().speaker != Told.Speaker.IMPORT) {
                return mention.sighting().name();
            }
        }
        String name = mentions.getFirst().sighting().name();
        int dot = name.indexOf('.');
        return dot > 0 && names.shortNameIsEnough(name) ? name.substring(0, dot) : name;
    }

    /// Whether only fleet files speak of the machine.
    boolean described() {
        return mentions.stream().allMatch(m -> m.told().speaker == Told.Speaker.FLEET_FILE);
    }

    boolean tellsProduct() {
        return mentions.stream().anyMatch(m -> m.sighting().facts().get(Fact.PRODUCT) != null);
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            statements.add(new Statement(mention.sighting().facts(), mention.told().file));
        }
        return statements;
    }

    List<Told> fleetFiles() {
        List<Told> files = new ArrayList<>(1);
        for (Mention mention : mentions) {
            if (mention.told().speaker == Told.Speaker.FLEET_FILE) {
                files.add(mention.told());
            }
        }
        return files;
    }

    /// The window of the last file that tells one; null if none does.
    Window window() {
        Window window = null;
        for (Mention mention : mentions) {
            window = mention.sighting().window() == null
                    ? window
                    : mention.sighting().window();
        }
        return window;
    }

    /// The cluster that the last file tells; null if none does.
    String cluster(Conflicts conflicts) {
        Mention last = null;
        for (Mention mention : mentions) {
            String cluster = mention.sighting().cluster();
            if (cluster == null) {
                continue;
            }
            if (last != null && !cluster.equalsIgnoreCase(last.sighting().cluster())) {
                conflicts.add(mention.sighting().name() + ": cluster is " + cluster + " (" + mention.told().file
                        + "), not " + last.sighting().cluster() + " (" + last.told().file + ")");
            }
            last = mention;
        }
        return last == null ? null : last.sighting().cluster();
    }
}
