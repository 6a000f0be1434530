package io.hotfleet.simulator.inventory.azure;

import static io.hotfleet.simulator.inventory.windows.WindowsVersion.put;

import io.hotfleet.simulator.inventory.Installed.Update;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.Resource;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.WindowsVersion;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Arc machines of Azure, and the rows below machines that tell something of them.
public final class GraphRows {
    private static final String[] FEATURES = {"licenseProfile", "productProfile", "productFeatures"};
    private static final String[] PATCHING = {"osProfile", "windowsConfiguration", "patchSettings"};
    private static final String HOTPATCH_EXTENSION = "windowshotpatch";
    private static final int DAY_CHARS = "2025-10-14".length();

    private final Told told;
    private final ResourceFacts facts = new ResourceFacts();

    public GraphRows(Told told) {
        this.told = told;
    }

    public void machine(Row plain) {
        ResourceRow row = ResourceRow.of(plain);
        String name = name(row);
        WindowsVersion version = WindowsVersion.of(
                row.text("osVersion"),
                row.text("osEdition"),
                row.text("osSku"),
                row.number("detectedProperties", "productType"),
                null);
        Map<Fact, Object> known = facts.of(version);
        put(known, Fact.ARC, arc(row, name));
        put(known, Fact.PLATFORM, platform(row));
        put(known, Fact.SUBSCRIPTION, "active");
        put(known, Fact.LICENCE, licence(row));
        put(known, Fact.OPT_IN, optIn(row, name));
        put(known, Fact.CORES, cores(row));
        told.resource(name, resource(row), FactSheet.of(known), plain.place());
        row.tell(told.tally());
        if ("linux".equalsIgnoreCase(row.text("osType")) || "linux".equalsIgnoreCase(row.text("osName"))) {
            told.leaveOut(name, "not Windows");
        } else if (facts.unsupported(version) != null) {
            told.leaveOut(name, facts.unsupported(version));
        }
    }

    /// The host's name and domain; the resource's own name only where the agent told neither, or cut it off.
    private static String name(ResourceRow row) {
        String host = row.text("osProfile", "computerName");
        for (String field : List.of("dnsFqdn", "machineFqdn", "adFqdn")) {
            String full = row.text(field);
            if (full != null
                    && full.indexOf('.') > 0
                    && !Told.ADDRESS.matcher(full).matches()) {
                String label = full.substring(0, full.indexOf('.'));
                return label.equalsIgnoreCase(host) ? host + full.substring(full.indexOf('.')) : full;
            }
        }
        String resource = row.row().text("name");
        if (host == null || Told.ADDRESS.matcher(host).matches()) {
            return resource;
        }
        return resource != null && ResourceFacts.isCutOff(host, resource) ? resource : host;
    }

    private Resource resource(ResourceRow row) {
        String hardware = row.text("vmUuid") == null ? row.text("vmId") : row.text("vmUuid");
        if (ResourceFacts.identifiesNothing(hardware)) {
            told.note(row.row().text("name") + ": SMBIOS id " + hardware + " identifies nothing, many machines tell it;"
                    + " its name alone counts");
            hardware = null;
        }
        return new Resource(
                row.row().text("name"),
                Resource.key(row.id()),
                row.text("status") == null ? null : "connected".equalsIgnoreCase(row.text("status")),
                seconds(row.text("lastStatusChange")),
                Resource.key(hardware));
    }

    private static long seconds(String moment) {
        try {
            return moment == null ? 0 : OffsetDateTime.parse(moment).toEpochSecond();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private String arc(ResourceRow row, String name) {
        String status = row.text("status");
        if (status == null) {
            return null;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "connected" -> "connected";
            case "disconnected", "error", "awaitingconnection", "expired" -> "disconnected";
            default -> {
                told.note(name + ": status is " + status + ", arc stays unknown");
                yield null;
            }
        };
    }

    /// A row without `kind` was cut down: it might be that of a machine on Azure Local.
    private static String platform(ResourceRow row) {
        if ("HCI".equalsIgnoreCase(row.row().text("kind"))) {
            return "azure-local";
        }
        String cloud = row.text("detectedProperties", "cloudprovider");
        cloud = cloud == null ? row.text("cloudMetadata", "provider") : cloud;
        if (cloud == null || !row.row().has("kind")) {
            return null;
        }
        return switch (cloud.toLowerCase(Locale.ROOT)) {
            case "n/a" -> "on-premises";
            case "azure" -> "azure";
            default -> "other-cloud";
        };
    }

    /// A licence profile without the feature is a machine that was never enrolled; a row without the profile tells
    /// nothing.
    private static String licence(ResourceRow row) {
        String feature = feature(row.rows(FEATURES));
        boolean whole = row.rows("licenseProfile").stream()
                .anyMatch(profile -> profile.text("licenseStatus") != null || profile.value("productProfile") != null);
        return feature == null && whole ? "disabled" : feature;
    }

    /// What the feature Hotpatch says; null where there is none of that name.
    private static String feature(List<Row> features) {
        for (Row feature : features) {
            if ("Hotpatch".equalsIgnoreCase(feature.text("name"))) {
                String status =
                        String.valueOf(feature.text("subscriptionStatus")).toLowerCase(Locale.ROOT);
                return switch (status) {
                    case "enabled" -> "enabled";
                    case "disabled", "enabling", "disabling" -> "disabled";
                    default -> FactSheet.UNKNOWN;
                };
            }
        }
        return null;
    }

    private Object optIn(ResourceRow row, String name) {
        String status = row.text(ResourceRow.path(PATCHING, "status", "hotpatchEnablementStatus"));
        if (status == null) {
            return row.flag(ResourceRow.path(PATCHING, "enableHotpatching"));
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

    private static Integer cores(ResourceRow row) {
        Integer detected = row.number("detectedProperties", "coreCount");
        if (detected != null) {
            return Fact.plausibleCores(detected);
        }
        int cores = 0;
        for (Row processor : row.rows("hardwareProfile", "processors")) {
            Integer number = processor.number("numberOfCores");
            cores += number == null ? 0 : number;
        }
        return Fact.plausibleCores(cores);
    }

    /// A licence profile as a resource of its own.
    public void licence(Row row) {
        String feature = feature(row.rows("properties", "productProfile", "productFeatures"));
        boolean whole = row.value("properties", "productProfile") != null
                || row.value("properties", "softwareAssurance") != null;
        Map<Fact, Object> known = new EnumMap<>(Fact.class);
        put(known, Fact.LICENCE, feature == null && whole ? "disabled" : feature);
        told.joined(machineId(row), FactSheet.of(known), row.place());
    }

    /// An update of one of Update Manager's runs; what it only assessed or could not install tells nothing.
    public void patch(Row row) {
        String kb = row.text("properties", "kbId");
        String number = kb == null ? "" : kb.toUpperCase(Locale.ROOT).replaceFirst("^KB", "");
        if (!"Installed".equalsIgnoreCase(row.text("properties", "installationState"))
                || !number.matches("[0-9]{6,8}")) {
            told.tally().passedOver(ResourceType.name(row) + " that are not installed");
            return;
        }
        LocalDate on = day(row.text("properties", "lastModifiedDateTime"));
        Update update = new Update("KB" + number, true, on);
        told.joined(machineId(row), FactSheet.of(Map.of(Fact.UPDATES, List.of(update))), row.place());
    }

    private static LocalDate day(String moment) {
        try {
            return moment == null || moment.length() < DAY_CHARS
                    ? null
                    : LocalDate.parse(moment.substring(0, DAY_CHARS));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// The extension that hotpatches a virtual machine; every other one tells nothing.
    public void extension(Row row) {
        String kind = String.valueOf(row.text("properties", "publisher")) + "." + row.text("properties", "type");
        if (!kind.toLowerCase(Locale.ROOT).startsWith("microsoft.cplat.core." + HOTPATCH_EXTENSION)) {
            told.tally().passedOver(ResourceType.name(row));
            return;
        }
        String state =
                String.valueOf(row.text("properties", "provisioningState")).toLowerCase(Locale.ROOT);
        Map<Fact, Object> known = new EnumMap<>(Fact.class);
        put(known, Fact.EXTENSION, state.equals("succeeded") ? "healthy" : state.equals("failed") ? "missing" : null);
        told.joined(machineId(row), FactSheet.of(known), row.place());
    }

    /// The id of the machine below which a row lies.
    private static String machineId(Row row) {
        String id = row.text("id");
        String lower = id == null ? "" : id.toLowerCase(Locale.ROOT);
        for (String machines : List.of("/machines/", "/virtualmachines/")) {
            int name = lower.lastIndexOf(machines);
            int end = name < 0 ? -1 : lower.indexOf('/', name + machines.length());
            if (end > 0) {
                return id.substring(0, end);
            }
        }
        throw row.place().invalid("has no id, accepted are rows with the id of their machine");
    }
}
