package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.merge.Fact;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Product, edition, build and install option out of what sources tell of the operating system; null where they do not.
///
/// @param editionId such as `ServerDatacenter` or `serverturbinecore`
/// @param osName such as `Windows Server 2025 Datacenter`
/// @param sku the number of winnt.h's PRODUCT_ constants
public record WindowsVersion(Integer build, Integer revision, String editionId, String osName, Integer sku) {
    private static final int BUILD_2022 = 20_348;
    private static final int BUILD_2025 = 26_100;
    private static final int BUILD_CLIENT_25H2 = 26_200;
    /// The released Windows Server 2025; lower revisions of its build were previews.
    private static final int REVISION_2025 = 1_742;

    private static final String AZURE_EDITION = "datacenter-azure-edition";
    private static final String AZURE_LOCAL = "azure-local";

    /// By the beginning of the edition's id.
    private static final Map<String, String> BY_ID = ordered(
            "serverturbine", AZURE_EDITION,
            "serverazurestackhci", AZURE_LOCAL,
            "serverdatacenter", "datacenter",
            "serverstandard", "standard",
            "serveressential", "essentials",
            "serversolution", "essentials",
            "enterprise", "enterprise",
            "professional", "pro",
            "education", "education",
            "core", "home");
    private static final Map<Integer, String> BY_SKU = Map.ofEntries(
            Map.entry(7, "standard"),
            Map.entry(8, "datacenter"),
            Map.entry(12, "datacenter"),
            Map.entry(13, "standard"),
            Map.entry(79, "standard"),
            Map.entry(80, "datacenter"),
            Map.entry(406, AZURE_LOCAL),
            Map.entry(407, AZURE_EDITION),
            Map.entry(4, "enterprise"),
            Map.entry(48, "pro"),
            Map.entry(101, "home"),
            Map.entry(121, "education"));
    /// By a part of the system's name.
    private static final Map<String, String> BY_NAME = ordered(
            "azure edition", AZURE_EDITION,
            "datacenter", "datacenter",
            "standard", "standard",
            "essentials", "essentials",
            "windows 11 enterprise", "enterprise",
            "windows 11 education", "education",
            "windows 11 pro", "pro",
            "windows 11 home", "home");
    private static final Set<String> SERVER_EDITIONS =
            Set.of("standard", "datacenter", "essentials", AZURE_EDITION, AZURE_LOCAL);

    /// @param version such as `10.0.26100.4946`, `10.0.26100` or `26100`
    public static WindowsVersion of(String version, String editionId, String osName, Integer sku) {
        Integer build = null;
        Integer revision = null;
        if (version != null && version.matches("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}")) {
            String[] parts = version.split("\\.");
            int at = parts.length == 1 ? 0 : 2;
            build = parts.length > at ? Integer.valueOf(parts[at]) : null;
            revision = parts.length == 4 ? Integer.valueOf(parts[3]) : null;
        }
        return new WindowsVersion(build, revision, editionId, osName, sku);
    }

    /// Why the machine is none of the products; null if it is one or nothing is known.
    public String unsupported() {
        if (AZURE_LOCAL.equals(edition())) {
            return "an Azure Local host";
        }
        boolean told = build != null && isServer() != null;
        return told && product() == null && !(build == BUILD_2022) ? shown() + " is none of the products" : null;
    }

    private String shown() {
        return (osName == null ? (isServer() ? "Windows Server" : "Windows") : osName) + " build " + build;
    }

    public Map<Fact, Object> facts() {
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        if (unsupported() != null) {
            return facts;
        }
        put(facts, Fact.PRODUCT, product());
        put(facts, Fact.EDITION, edition());
        put(facts, Fact.OS_BUILD, osBuild());
        put(facts, Fact.INSTALLED_BUILD, product() == null || revision == null ? null : build + "." + revision);
        put(facts, Fact.INSTALL_OPTION, lower(editionId).matches("server.*core?(eval)?") ? "core" : null);
        return facts;
    }

    public static void put(Map<Fact, Object> facts, Fact fact, Object value) {
        if (value != null) {
            facts.put(fact, value);
        }
    }

    private String product() {
        if (build == null || isServer() == null) {
            return null;
        }
        if (!isServer()) {
            return build == BUILD_2025 || build == BUILD_CLIENT_25H2 ? "windows-11-24h2" : null;
        }
        if (build == BUILD_2022) {
            String edition = edition();
            return edition == null
                    ? null
                    : edition.equals(AZURE_EDITION) ? "windows-server-2022-azure-edition" : "windows-server-2022";
        }
        return build >= BUILD_2025 ? "windows-server-2025" : null;
    }

    private String osBuild() {
        if (product() == null) {
            return null;
        }
        boolean early = build == BUILD_2025 && isServer() && revision != null && revision < REVISION_2025;
        boolean later = build > BUILD_2025 && isServer();
        return early || later ? "preview" : "released";
    }

    private Boolean isServer() {
        if (editionId != null) {
            return lower(editionId).startsWith("server");
        }
        String bySku = sku == null ? null : BY_SKU.get(sku);
        if (bySku != null) {
            return SERVER_EDITIONS.contains(bySku);
        }
        return osName == null ? null : lower(osName).contains("server");
    }

    private String edition() {
        for (Map.Entry<String, String> entry : BY_ID.entrySet()) {
            if (lower(editionId).startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        if (sku != null && BY_SKU.containsKey(sku)) {
            return BY_SKU.get(sku);
        }
        for (Map.Entry<String, String> entry : BY_NAME.entrySet()) {
            if (lower(osName).contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
