package io.hotfleet.simulator.inventory.azure;

import static io.hotfleet.simulator.inventory.windows.WindowsVersion.put;

import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.Fact;
import io.hotfleet.simulator.inventory.merge.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.WindowsVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Machines of Azure Resource Graph, joined with the rows of their licence profiles by id.
public final class GraphRows {
    private static final String[] FEATURES = {"properties", "licenseProfile", "productProfile", "productFeatures"};
    private static final String[] PATCHING = {"properties", "osProfile", "windowsConfiguration", "patchSettings"};

    private final Told told;
    private final List<Found> machines = new ArrayList<>();
    private final Map<String, Found> licences = new LinkedHashMap<>();

    /// A row that waits until all rows of the file are read.
    private record Found(String id, String name, FactSheet facts, Location place) {}

    public GraphRows(Told told) {
        this.told = told;
    }

    public void machine(Row row) {
        String name = name(row);
        WindowsVersion version = WindowsVersion.of(
                row.text("properties", "osVersion"),
                row.text("properties", "osEdition"),
                row.text("properties", "osSku"),
                row.number("properties", "detectedProperties", "productType"));
        Map<Fact, Object> facts = version.facts();
        put(facts, Fact.ARC, arc(row, name));
        put(facts, Fact.PLATFORM, platform(row));
        put(facts, Fact.SUBSCRIPTION, "active");
        put(facts, Fact.LICENCE, licence(row, FEATURES));
        put(facts, Fact.OPT_IN, optIn(row, name));
        put(facts, Fact.CORES, cores(row));
        machines.add(new Found(lowerId(row), name, FactSheet.of(facts), row.place()));
        if ("linux".equalsIgnoreCase(row.text("properties", "osType"))
                || "linux".equalsIgnoreCase(row.text("properties", "osName"))) {
            told.leaveOut(name, "not Windows");
        } else if (version.unsupported() != null) {
            told.leaveOut(name, version.unsupported());
        }
    }

    /// The host's name and domain; the resource's own name only where the agent told neither.
    private static String name(Row row) {
        String host = row.text("properties", "osProfile", "computerName");
        for (String field : List.of("dnsFqdn", "machineFqdn", "adFqdn")) {
            String full = row.text("properties", field);
            if (full != null && full.indexOf('.') > 0) {
                String label = full.substring(0, full.indexOf('.'));
                return label.equalsIgnoreCase(host) ? host + full.substring(full.indexOf('.')) : full;
            }
        }
        return host == null ? row.text("name") : host;
    }

    private String arc(Row row, String name) {
        String status = row.text("properties", "status");
        if (status == null) {
            return null;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "connected" -> "connected";
            case "disconnected", "error", "awaitingconnection" -> "disconnected";
            default -> {
                told.note(name + ": status is " + status + ", arc stays unknown");
                yield null;
            }
        };
    }

    private static String platform(Row row) {
        if ("HCI".equalsIgnoreCase(row.text("kind"))) {
            return "azure-local";
        }
        String cloud = row.text("properties", "detectedProperties", "cloudprovider");
        if (cloud == null && !row.has("properties")) {
            return null;
        }
        return cloud == null || cloud.equalsIgnoreCase("N/A") ? "on-premises" : "other-cloud";
    }

    /// A profile without the feature is a machine that was never enrolled; a row that was cut down to other fields
    /// tells nothing.
    private static String licence(Row row, String[] featuresPath) {
        for (Row feature : row.rows(featuresPath)) {
            if ("Hotpatch".equalsIgnoreCase(feature.text("name"))) {
                return switch (String.valueOf(feature.text("subscriptionStatus"))
                        .toLowerCase(Locale.ROOT)) {
                    case "enabled" -> "enabled";
                    case "disabled", "enabling", "disabling" -> "disabled";
                    default -> FactSheet.UNKNOWN;
                };
            }
        }
        return row.has("properties") ? "disabled" : null;
    }

    private Object optIn(Row row, String name) {
        String status = row.text(with(PATCHING, "status", "hotpatchEnablementStatus"));
        if (status == null) {
            return row.flag(with(PATCHING, "enableHotpatching"));
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "enabled" -> true;
            case "disabled" -> false;
            default -> {
                told.note(name + ": hotpatchEnablementStatus is " + status + ", optIn stays unknown");
                yield FactSheet.UNKNOWN;
            }
        };
    }

    private static String[] with(String[] path, String... more) {
        String[] whole = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, whole, path.length, more.length);
        return whole;
    }

    private static Integer cores(Row row) {
        Integer detected = row.number("properties", "detectedProperties", "coreCount");
        if (detected != null) {
            return Fact.plausibleCores(detected);
        }
        int cores = 0;
        for (Row processor : row.rows("properties", "hardwareProfile", "processors")) {
            Integer number = processor.number("numberOfCores");
            cores += number == null ? 0 : number;
        }
        return Fact.plausibleCores(cores);
    }

    public void licence(Row row) {
        String id = lowerId(row);
        int end = id.indexOf("/licenseprofiles");
        if (end < 0) {
            throw row.place().invalid("has no id, accepted are rows with the id of their machine");
        }
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        put(facts, Fact.LICENCE, licence(row, new String[] {"properties", "productProfile", "productFeatures"}));
        String resource = row.text("id").substring(0, end);
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        licences.put(resource.toLowerCase(Locale.ROOT), new Found(id, name, FactSheet.of(facts), row.place()));
    }

    private static String lowerId(Row row) {
        return row.text("id") == null ? "" : row.text("id").toLowerCase(Locale.ROOT);
    }

    public void finish() {
        for (Found machine : machines) {
            Found licence = licences.remove(machine.id());
            FactSheet facts =
                    licence == null ? machine.facts() : licence.facts().over(machine.facts());
            told.imported(machine.name(), facts, machine.place());
        }
        licences.values().forEach(alone -> told.imported(alone.name(), alone.facts(), alone.place()));
    }
}
