package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.FactMerge.Statement;
import java.util.ArrayList;
import java.util.List;

/// All mentions of one machine, in the order of the files.
final class Mentions {
    record Mention(Sighting sighting, Told told) {
        Resource resource() {
            return sighting.resource();
        }

        boolean measured() {
            return told.speaker == Told.Speaker.IMPORT;
        }

        String place() {
            return told.file + ":" + sighting.line();
        }
    }

    final String key;
    private final List<Mention> mentions = new ArrayList<>(1);
    private List<Statement> joined = List.of();

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

    List<Mention> all() {
        return mentions;
    }

    /// What a row below one of its resources tells, unless that resource does not speak for it.
    void join(Joined row, String file) {
        boolean silenced = mentions.stream()
                        .noneMatch(m -> m.resource() != null && m.resource().key() == row.key())
                && mentions.stream().anyMatch(m -> m.resource() != null);
        if (!silenced) {
            joined = joined.isEmpty() ? new ArrayList<>(2) : joined;
            joined.add(new Statement(row.facts(), file, true));
        }
    }

    /// The spelling of the first file that a person wrote, else the short name where that is enough; never a name that
    /// was cut off where another is whole.
    String displayName(NameBook names) {
        for (Mention mention : mentions) {
            if (!mention.measured() && isWhole(mention)) {
                return mention.sighting().name();
            }
        }
        Mention first = mentions.stream().filter(this::isWhole).findFirst().orElseGet(mentions::getFirst);
        String name = first.sighting().name();
        int dot = name.indexOf('.');
        return dot > 0 && names.shortNameIsEnough(name) ? name.substring(0, dot) : name;
    }

    private boolean isWhole(Mention mention) {
        String name = mention.sighting().name();
        return name.length() != NameBook.NETBIOS_CHARS
                || label(NameBook.lower(name)).equals(label(key));
    }

    private static String label(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// Whether only fleet files speak of the machine.
    boolean described() {
        return mentions.stream().allMatch(m -> m.told().speaker == Told.Speaker.FLEET_FILE);
    }

    boolean tellsProduct() {
        return mentions.stream().anyMatch(m -> m.sighting().facts().get(Fact.PRODUCT) != null);
    }

    /// Whether something that was read from the machine itself tells a product.
    boolean measuresProduct() {
        return mentions.stream()
                .anyMatch(m -> m.measured() && m.sighting().facts().get(Fact.PRODUCT) != null);
    }

    /// A row below a resource knows what it tells better than the resource itself.
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(mentions.size() + joined.size());
        for (Mention mention : mentions) {
            FactSheet facts = mention.sighting().facts();
            if (mention.resource() != null) {
                for (Statement row : joined) {
                    facts = facts.without(row.facts());
                }
            }
            statements.add(new Statement(facts, mention.told().file, mention.measured()));
        }
        statements.addAll(joined);
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
