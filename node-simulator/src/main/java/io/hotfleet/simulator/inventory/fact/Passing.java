package io.hotfleet.simulator.inventory.fact;

import java.util.List;

/// The value of a fact that passes the gates of a product: what a fleet file means where it leaves the fact out.
public final class Passing {
    public static final String PRODUCT = "windows-server-2025";
    static final int CORES = 16;
    private static final String AZURE_EDITION = "datacenter-azure-edition";

    private Passing() {}

    /// Null for the KB: the newest release before the period, which only the catalogue knows.
    public static Object value(Fact fact, FactSheet facts) {
        return switch (fact) {
            case PRODUCT -> PRODUCT;
            case EDITION -> edition(facts);
            case PLATFORM -> azureEdition(facts) ? "azure" : "on-premises";
            case OS_BUILD -> "released";
            case INSTALL_OPTION -> "desktop";
            case IMAGE -> "listed";
            case FIRMWARE -> "uefi-secure-boot";
            case VBS -> "running";
            case HOT_PATCH_TABLE -> "on";
            case ARC -> "connected";
            case SUBSCRIPTION -> "active";
            case LICENCE -> "enabled";
            case OPT_IN -> true;
            case PATCH_MODE -> "automatic-by-platform";
            case EXTENSION -> "healthy";
            case UPDATE_SOURCE -> "windows-update";
            case POLICY -> "allow";
            case CHPE -> "off";
            case CORES -> CORES;
            case KB, BUILD, UPDATES -> null;
            case ARCHITECTURE -> "x64";
            case ROLES -> List.of();
        };
    }

    private static Object edition(FactSheet facts) {
        if ("windows-11-24h2".equals(facts.get(Fact.PRODUCT))) {
            return "enterprise";
        }
        return azureEdition(facts) ? AZURE_EDITION : "datacenter";
    }

    private static boolean azureEdition(FactSheet facts) {
        Object product = facts.get(Fact.PRODUCT);
        if (!PRODUCT.equals(product)) {
            return "windows-server-2022-azure-edition".equals(product);
        }
        Object platform = facts.get(Fact.PLATFORM);
        return AZURE_EDITION.equals(facts.get(Fact.EDITION))
                || "azure".equals(platform)
                || "azure-local".equals(platform);
    }
}
