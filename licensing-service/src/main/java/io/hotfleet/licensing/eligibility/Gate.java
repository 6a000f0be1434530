package io.hotfleet.licensing.eligibility;

import java.util.List;

/// The conditions that this service decides. (The baseline is the patch service's.)
///
/// Each reads one fact; which of them a machine meets, and in which order, is its [Route]'s to say.
public enum Gate {
    EDITION(Fact.EDITION, ""),
    BUILD(Fact.OS_BUILD, "released"),
    INSTALL_OPTION(Fact.INSTALL_OPTION, "core"),
    PLATFORM(Fact.PLATFORM, ""),
    IMAGE(Fact.IMAGE, "listed"),
    FIRMWARE(Fact.FIRMWARE, "uefi-secure-boot"),
    VBS_NOT_RUNNING(Fact.VBS, "running"),
    TABLE_SIZE(Fact.HOT_PATCH_TABLE, "on"),
    ARC(Fact.ARC, "connected"),
    SUBSCRIPTION(Fact.SUBSCRIPTION, "active"),
    LICENCE(Fact.LICENCE, "enabled"),
    OPT_IN(Fact.OPT_IN, "true"),
    PATCH_MODE(Fact.PATCH_MODE, "automatic-by-platform"),
    EXTENSION(Fact.EXTENSION, "healthy"),
    UPDATE_SOURCE(Fact.UPDATE_SOURCE, "windows-update"),
    POLICY(Fact.POLICY, "allow"),
    CHPE(Fact.CHPE, "off");

    private static final String AZURE_EDITION = "datacenter-azure-edition";

    private final Fact fact;
    private final String passing;

    Gate(Fact fact, String passing) {
        this.fact = fact;
        this.passing = passing;
    }

    public Fact fact() {
        return fact;
    }

    /// The value that opens the gate wherever it can be fixed.
    public String passing() {
        return passing;
    }

    Answer answer(Facts facts, Route route) {
        List<String> accepted = accepted(facts, route);
        String value = facts.value(fact);
        if (accepted.contains(value)) {
            return Answer.PASS;
        }
        return facts.isUnknown(fact) && !accepted.isEmpty() ? Answer.UNKNOWN : Answer.FAIL;
    }

    String wanted(Facts facts, Route route) {
        List<String> accepted = accepted(facts, route);
        return accepted.isEmpty() ? "a product that hotpatches" : String.join(" or ", accepted);
    }

    private List<String> accepted(Facts facts, Route route) {
        if (this == EDITION) {
            return editions(facts);
        }
        if (this == PLATFORM) {
            return route.isAzureEdition()
                    ? List.of("azure", "azure-local")
                    : List.of("on-premises", "other-cloud", "azure-local");
        }
        if (this == INSTALL_OPTION) {
            return installOptions(facts);
        }
        return List.of(passing);
    }

    private static List<String> editions(Facts facts) {
        return switch (facts.value(Fact.PRODUCT)) {
            case Product.SERVER_2025 -> List.of("standard", "datacenter", AZURE_EDITION);
            case Product.SERVER_2022_AZURE_EDITION -> List.of(AZURE_EDITION);
            default -> List.of();
        };
    }

    /// 2022 Azure Edition: Core, and of the desktop images the special one that is listed. Later ones: both.
    private static List<String> installOptions(Facts facts) {
        if (!facts.is(Fact.PRODUCT, Product.SERVER_2022_AZURE_EDITION)) {
            return List.of("core", "desktop", Facts.UNKNOWN);
        }
        return facts.is(Fact.IMAGE, "other") ? List.of("core") : List.of("core", "desktop");
    }
}
