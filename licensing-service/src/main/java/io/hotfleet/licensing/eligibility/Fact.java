package io.hotfleet.licensing.eligibility;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is known of a machine: every fact, its spelling, and the values it may have.
///
/// This is the one place that defines them. All facts but the product may be unknown.
public enum Fact {
    PRODUCT(
            "product",
            Kind.WORD,
            Product.SERVER_2025,
            Product.SERVER_2022_AZURE_EDITION,
            Product.SERVER_2022,
            Product.WINDOWS_11),
    EDITION(
            "edition",
            Kind.WORD,
            "standard",
            "datacenter",
            "datacenter-azure-edition",
            "essentials",
            "enterprise",
            "education",
            "pro",
            "business-premium",
            "home"),
    PLATFORM("platform", Kind.WORD, "on-premises", "other-cloud", "azure", "azure-local"),
    OS_BUILD("osBuild", Kind.WORD, "released", "preview"),
    INSTALL_OPTION("installOption", Kind.WORD, "core", "desktop"),
    IMAGE("image", Kind.WORD, "listed", "other"),
    FIRMWARE("firmware", Kind.WORD, "uefi-secure-boot", "uefi", "bios"),
    VBS("vbs", Kind.WORD, "off", "configured", "running"),
    HOT_PATCH_TABLE("hotPatchTable", Kind.WORD, "on", "off"),
    ARC("arc", Kind.WORD, "connected", "disconnected", "none"),
    SUBSCRIPTION("subscription", Kind.WORD, "active", "none"),
    LICENCE("licence", Kind.WORD, "enabled", "disabled"),
    OPT_IN("optIn", Kind.FLAG, "true", "false"),
    PATCH_MODE("patchMode", Kind.WORD, "automatic-by-platform", "other"),
    EXTENSION("extension", Kind.WORD, "healthy", "missing"),
    UPDATE_SOURCE("updateSource", Kind.WORD, "windows-update", "wsus"),
    POLICY("policy", Kind.WORD, "allow", "off"),
    CHPE("chpe", Kind.WORD, "off", "on"),
    CORES("cores", Kind.COUNT),
    KB("kb", Kind.KB),
    ROLES("roles", Kind.WORDS);

    /// How a fact is written in JSON.
    enum Kind {
        WORD,
        FLAG,
        COUNT,
        KB,
        WORDS
    }

    private static final Map<String, Fact> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(fact -> fact.json, Function.identity()));

    private final String json;
    private final Kind kind;
    private final List<String> accepted;

    Fact(String json, Kind kind, String... accepted) {
        this.json = json;
        this.kind = kind;
        this.accepted = List.of(accepted);
    }

    static Fact named(String json) {
        return BY_NAME.get(json);
    }

    /// The fact's name in bodies and fleet files.
    public String json() {
        return json;
    }

    Kind kind() {
        return kind;
    }

    List<String> accepted() {
        return accepted;
    }
}
