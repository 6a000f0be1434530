package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A weekly maintenance window.
public final class WindowEntry {
    static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    static final int HOURS_MAX = 168;

    private static final List<String> FIELDS = List.of("day", "start", "hours", "zone");
    private static final Pattern START = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final String ZONE_ACCEPTED = "an IANA time zone such as Europe/Berlin or UTC";
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private WindowEntry() {}

    static Window read(Value value) {
        Value.Mapping mapping = value.mapping(FIELDS);
        return read(
                mapping.require("day", String.join(", ", DAYS)),
                mapping.require("start", "a time such as \"22:00\""),
                mapping.require("hours", "a whole number from 1 to " + HOURS_MAX),
                mapping.fields().get("zone"));
    }

    /// A window out of its parts.
    ///
    /// @param zone UTC where it is null
    public static Window read(Value day, Value start, Value hours, Value zone) {
        return new Window(
                day.choice(DAYS),
                start.text(START, "a time such as \"22:00\"").intern(),
                hours.integer(1, HOURS_MAX),
                zone == null ? "UTC" : zone(zone));
    }

    private static String zone(Value value) {
        String zone = value.text(ZONE, ZONE_ACCEPTED);
        if (!ZONES.contains(zone)) {
            throw value.notAccepted(ZONE_ACCEPTED);
        }
        return zone.intern();
    }
}
