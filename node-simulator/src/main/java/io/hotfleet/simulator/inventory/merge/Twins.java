package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.merge.Mentions.Mention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Settles which of several Azure resources speaks for a machine, by their state and by time, never by the
/// order of rows; and says of machines whose hardware ids are alike that they are.
final class Twins {
    private final Conflicts conflicts;

    Twins(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    void settle(Collection<Mentions> machines, NameBook names) {
        Map<Long, Object> byHardware = new HashMap<>();
        for (Mentions mentions : machines) {
            List<Mention> resources = resources(mentions);
            if (resources.size() > 1) {
                settle(mentions.displayName(names), mentions.all(), resources);
            }
            for (Mention one : resources(mentions)) {
                if (one.resource().hardware() != 0) {
                    byHardware.merge(one.resource().hardware(), mentions.displayName(names), Twins::join);
                }
            }
        }
        byHardware.values().stream()
                .filter(TreeSet.class::isInstance)
                .map(alike -> String.join(", ", strings((TreeSet<?>) alike)))
                .sorted()
                .forEach(alike ->
                        conflicts.add(alike + ": these names tell one hardware id: clones, or one machine under"
                                + " several names; each counts as a machine of its own"));
    }

    private static List<Mention> resources(Mentions mentions) {
        List<Mention> resources = new ArrayList<>(1);
        for (Mention mention : mentions.all()) {
            if (mention.resource() != null) {
                resources.add(mention);
            }
        }
        return resources;
    }

    private static Object join(Object known, Object more) {
        if (known.equals(more)) {
            return known;
        }
        TreeSet<String> names = new TreeSet<>(known instanceof TreeSet<?> set ? strings(set) : List.of((String) known));
        names.add((String) more);
        return names.size() == 1 ? names.first() : names;
    }

    private static List<String> strings(TreeSet<?> names) {
        return names.stream().map(String.class::cast).toList();
    }

    private void settle(String machine, List<Mention> mentions, List<Mention> resources) {
        List<Mention> newest = newestOfEach(resources);
        mentions.removeIf(one -> one.resource() != null && !newest.contains(one));
        if (newest.stream().map(one -> one.resource().key()).distinct().count() < 2) {
            return;
        }
        List<Mention> ranked = newest.stream().sorted(Twins::compare).toList();
        Resource first = ranked.get(0).resource();
        Resource second = ranked.get(1).resource();
        boolean settled =
                first.speaksBefore(second) && !(first.isConnected() && second.isConnected() && differ(first, second));
        if (settled) {
            mentions.removeIf(one -> one.resource() != null && one != ranked.getFirst());
        }
        List<String> shown = ranked.stream().map(Twins::shown).toList();
        conflicts.add(machine + ": " + shown.size() + " Azure resources tell of this host, " + String.join(", ", shown)
                + (settled
                        ? "; the first one speaks"
                        : "; " + (differ(first, second) ? "their hardware ids differ" : "none is the newer one")
                                + ": what they tell differently is unknown"));
    }

    private static boolean differ(Resource one, Resource other) {
        return one.hardware() != 0 && other.hardware() != 0 && one.hardware() != other.hardware();
    }

    private static int compare(Mention one, Mention other) {
        return one.resource().speaksBefore(other.resource())
                ? -1
                : other.resource().speaksBefore(one.resource()) ? 1 : shown(one).compareTo(shown(other));
    }

    /// Of a resource that stands in several files or rows, those that changed last, if all tell when.
    private static List<Mention> newestOfEach(List<Mention> resources) {
        Map<Long, Long> newest = new HashMap<>();
        Map<Long, Long> oldest = new HashMap<>();
        for (Mention one : resources) {
            newest.merge(one.resource().key(), one.resource().changed(), Math::max);
            oldest.merge(one.resource().key(), one.resource().changed(), Math::min);
        }
        return resources.stream()
                .filter(one -> oldest.get(one.resource().key()) == 0
                        || one.resource().changed() == newest.get(one.resource().key()))
                .sorted(Comparator.comparing(Mention::place))
                .toList();
    }

    private static String shown(Mention mention) {
        Resource resource = mention.resource();
        String since = resource.changed() == 0
                ? ""
                : " since "
                        + Instant.ofEpochSecond(resource.changed())
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate();
        return resource.name() + " (" + (resource.isConnected() ? "connected" : "not connected") + since + ", "
                + mention.place() + ")";
    }
}
