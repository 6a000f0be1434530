package io.hotfleet.simulator.inventory.azure;

import io.hotfleet.simulator.inventory.document.Row;
import java.util.Locale;

/// What kind of Azure resource a row is, by its type and by its id together.
public enum ResourceType {
    ARC_MACHINE("microsoft.hybridcompute/machines"),
    VIRTUAL_MACHINE("microsoft.compute/virtualmachines"),
    LICENCE("microsoft.hybridcompute/machines/licenseprofiles"),
    ARC_PATCH("microsoft.hybridcompute/machines/patchinstallationresults/softwarepatches"),
    VIRTUAL_PATCH("microsoft.compute/virtualmachines/patchinstallationresults/softwarepatches"),
    VIRTUAL_EXTENSION("microsoft.compute/virtualmachines/extensions"),
    /// One that tells nothing of hotpatching.
    OTHER("");

    private static final String PROVIDERS = "/providers/";

    private final String type;

    ResourceType(String type) {
        this.type = type;
    }

    /// Null where the row is no resource of Azure.
    public static ResourceType of(Row row) {
        String name = name(row);
        if (name == null) {
            return null;
        }
        for (ResourceType one : values()) {
            if (one.type.equals(name)) {
                return one;
            }
        }
        return OTHER;
    }

    /// The type in small letters; null where the row is no resource. Where its type and its id disagree, the deeper one
    /// counts: what lies below a machine is none.
    public static String name(Row row) {
        String told = row.text("type");
        String type = told == null || !told.contains("/") ? null : told.toLowerCase(Locale.ROOT);
        String ofId = ofId(row.text("id"));
        if (type == null || !type.contains(".")) {
            return ofId;
        }
        return ofId != null && depth(ofId) > depth(type) ? ofId : type;
    }

    private static int depth(String type) {
        return (int) type.chars().filter(c -> c == '/').count();
    }

    /// The type that an id spells: `…/providers/Microsoft.X/a/NAME/b/NAME` is one of `microsoft.x/a/b`.
    private static String ofId(String id) {
        if (id == null || id.indexOf('/') < 0) {
            return null;
        }
        String lower = id.toLowerCase(Locale.ROOT);
        int provider = lower.lastIndexOf(PROVIDERS);
        int from = provider >= 0 ? provider + PROVIDERS.length() : lower.indexOf("/microsoft.") + 1;
        if (from == 0 || !lower.startsWith("microsoft.", from)) {
            return null;
        }
        String[] parts = lower.substring(from).split("/");
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return parts.length == 1 ? null : type.toString();
    }
}
