package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.Policy.Ring;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How the updates are to be rolled out.
final class PolicySection {
    static final int RINGS_MAX = 20;
    static final int SOAK_DAYS_MAX = 60;

    private static final List<String> FIELDS = List.of("outOfBand", "ifRestartNeeded", "clusterSoak", "rings");
    private static final List<String> RING_FIELDS = List.of("name", "share", "soak");
    private static final List<String> OUT_OF_BAND = List.of("none", "hotpatch-only", "all");
    private static final List<String> IF_RESTART_NEEDED = List.of("fall-back", "hold");

    private PolicySection() {}

    static void read(Value value, Told told) {
        value.mapping(FIELDS).fields().forEach((name, field) -> told.settings().policy(name, part(name, field)));
    }

    private static Object part(String name, Value value) {
        return switch (name) {
            case "outOfBand" -> value.choice(OUT_OF_BAND);
            case "ifRestartNeeded" -> value.choice(IF_RESTART_NEEDED);
            case "clusterSoak" -> Amounts.minutes(value, SOAK_DAYS_MAX);
            default -> rings(value);
        };
    }

    private static List<Ring> rings(Value value) {
        List<Value> items = value.list(RINGS_MAX, "a list of rings such as [{name: broad, share: 100%}]");
        if (items.isEmpty()) {
            throw value.place().invalid("is empty, accepted are 1 to " + RINGS_MAX + " rings");
        }
        List<Ring> rings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        double before = 0;
        for (Value item : items) {
            Ring ring = ring(item.mapping(RING_FIELDS));
            if (!names.add(ring.name())) {
                throw item.place().invalid("\"" + ring.name() + "\" is there twice");
            }
            if (ring.sharePercent() <= before) {
                throw item.place().invalid("share is not accepted: shares count from the first ring on and must grow");
            }
            before = ring.sharePercent();
            rings.add(ring);
        }
        if (before != 100) {
            throw value.place().invalid("end at less than 100%, accepted as the last share is 100%");
        }
        return rings;
    }

    private static Ring ring(Value.Mapping ring) {
        Value soak = ring.fields().get("soak");
        return new Ring(
                ring.require("name", "a name such as canary").text(Told.NAME, Told.NAME_ACCEPTED),
                Amounts.percent(ring.require("share", "a share such as 5%")),
                soak == null ? 0 : Amounts.minutes(soak, SOAK_DAYS_MAX));
    }
}
