package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.WindowsBuild;
import io.hotfleet.simulator.inventory.fact.Fact;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Product, edition, build and install option out of what sources tell of the operating system; null where they do not.
///
/// @param editionId such as `ServerDatacenter` or `serverturbinecore`
/// @param osName such as `Windows Server 2025 Datacenter`
/// @param sku the number of winnt.h's PRODUCT_ constants
/// @param installationType such as `Server Core` or `Client`
public record WindowsVersion(
        Integer build, Integer revision, String editionId, String osName, Integer sku, String installationType) {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");
    private static final String AZURE_EDITION = "datacenter-azure-edition";
    private static final String AZURE_LOCAL = "azure-local";
    private static final String CLIENT = "windows-11-24h2";
    private static final String MULTI_SESSION_ID = "serverrdsh";
    private static final int MULTI_SESSION_SKU = 175;

    /// By the beginning of the edition's id. Multi-session is a client for all its name, and licensed as Enterprise.
    private static final Map<String, String> BY_ID = ordered(
            MULTI_SESSION_ID,
            "enterprise",
            "serverturbine",
            AZURE_EDITION,
            "serverazurestackhci",
            AZURE_LOCAL,
            "serverdatacenter",
            "datacenter",
            "serverstandard",
            "standard",
            "serveressential",
            "essentials",
            "serversolution",
            "essentials",
            "enterprise",
            "enterprise",
            "iotenterprise",
            "enterprise",
            "professional",
            "pro",
            "education",
            "education",
            "core",
            "home");
    private static final Map<Integer, String> BY_SKU = Map.ofEntries(
            Map.entry(7, "standard"),
            Map.entry(8, "datacenter"),
            Map.entry(12, "datacenter"),
            Map.entry(13, "standard"),
            Map.entry(79, "standard"),
            Map.entry(80, "datacenter"),
            Map.entry(406, AZURE_LOCAL),
            Map.entry(407, AZURE_EDITION),
            Map.entry(408, AZURE_EDITION),
            Map.entry(4, "enterprise"),
            Map.entry(27, "enterprise"),
            Map.entry(72, "enterprise"),
            Map.entry(125, "enterprise"),
            Map.entry(MULTI_SESSION_SKU, "enterprise"),
            Map.entry(188, "enterprise"),
            Map.entry(48, "pro"),
            Map.entry(49, "pro"),
            Map.entry(161, "pro"),
            Map.entry(98, "home"),
            Map.entry(99, "home"),
            Map.entry(100, "home"),
            Map.entry(101, "home"),
            Map.entry(121, "education"),
            Map.entry(122, "education"));
    /// By a part of the system's name.
    private static final Map<String, String> BY_NAME = ordered(
            "azure edition", AZURE_EDITION,
            "azure stack hci", AZURE_LOCAL,
            "datacenter", "datacenter",
            "standard", "standard",
            "essentials", "essentials",
            "enterprise", "enterprise",
            "education", "education",
            "windows 11 pro", "pro",
            "windows 10 pro", "pro",
            "windows 11 home", "home");
    private static final Set<String> SERVER_EDITIONS =
            Set.of("standard", "datacenter", "essentials", AZURE_EDITION, AZURE_LOCAL);

    /// What each piece of evidence says it is; none where it says nothing.
    private enum Kind {
        SERVER,
        CLIENT,
        EITHER
    }

    /// @param version such as `10.0.26100.4946`, `10.0.26100` or `26100`
    public static WindowsVersion of(
            String version, String editionId, String osName, Integer sku, String installationType) {
        Integer build = null;
        Integer revision = null;
        if (version != null && VERSION.matcher(version).matches()) {
            String[] parts = version.split("\\.");
            int at = parts.length == 1 || parts.length == 2 && parts[0].length() > 2 ? 0 : 2;
            build = parts.length > at ? Integer.valueOf(parts[at]) : null;
            revision = parts.length > at + 1 ? Integer.valueOf(parts[at + 1]) : null;
        }
        return new WindowsVersion(build, revision, editionId, osName, sku, installationType);
    }

    /// Why the machine is none of the products; null if it is one or nothing is known.
    public String unsupported() {
        if (AZURE_LOCAL.equals(edition())) {
            return "an Azure Local host";
        }
        Kind kind = kind();
        if (kind == null) {
            return "it is a client by one field and a server by another (" + evidence() + ")";
        }
        if (build == null || kind == Kind.EITHER || product() != null) {
            return null;
        }
        if (kind == Kind.SERVER && build == BUILD_2022) {
            return null;
        }
        return shown(kind) + " is no product that hotpatches";
    }

    private static final int BUILD_2022 = 20_348;

    private String evidence() {
        StringBuilder all = new StringBuilder();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("InstallationType", installationType);
        fields.put("EditionID", editionId);
        fields.put("SKU", sku);
        fields.put("name", osName);
        fields.forEach(
                (field, value) -> all.append(value == null ? "" : (all.isEmpty() ? "" : ", ") + field + " " + value));
        return all.toString();
    }

    private String shown(Kind kind) {
        Optional<WindowsBuild> known = WindowsBuild.of(build, kind == Kind.SERVER);
        String name = known.map(WindowsBuild::name)
                .orElse(osName == null ? (kind == Kind.SERVER ? "Windows Server" : "Windows") : osName);
        return name + " build " + build;
    }

    public Map<Fact, Object> facts() {
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        if (unsupported() != null) {
            return facts;
        }
        put(facts, Fact.PRODUCT, product());
        put(facts, Fact.EDITION, edition());
        put(
                facts,
                Fact.BUILD,
                product() == null || build == null ? null : revision == null ? "" + build : build + "." + revision);
        put(facts, Fact.OS_BUILD, build == null && product() != null ? "unknown" : null);
        put(facts, Fact.INSTALL_OPTION, installOption());
        return facts;
    }

    public static void put(Map<Fact, Object> facts, Fact fact, Object value) {
        if (value != null) {
            facts.put(fact, value);
        }
    }

    private String installOption() {
        String type = lower(installationType);
        if (type.equals("server core") || lower(editionId).matches("server.*core?(eval)?")) {
            return "core";
        }
        return type.equals("server") ? "desktop" : null;
    }

    private String product() {
        Kind kind = kind();
        if (kind == null || kind == Kind.EITHER) {
            return null;
        }
        if (build == null) {
            return kind == Kind.CLIENT && !lower(osName).contains("windows 10") ? CLIENT : null;
        }
        String product = WindowsBuild.of(build, kind == Kind.SERVER)
                .map(WindowsBuild::product)
                .orElse(
                        kind == Kind.SERVER && WindowsBuild.fits("windows-server-2025", build)
                                ? "windows-server-2025"
                                : null);
        if (!WindowsBuild.SERVER_2022.equals(product)) {
            return product;
        }
        String edition = edition();
        return edition == null ? null : edition.equals(AZURE_EDITION) ? WindowsBuild.AZURE_EDITION_2022 : product;
    }

    /// Server or client, by all that is told together; null where that differs.
    private Kind kind() {
        Kind kind = Kind.EITHER;
        for (Kind one : new Kind[] {byInstallationType(), byId(), bySku(), byName()}) {
            if (one != Kind.EITHER && kind != Kind.EITHER && one != kind) {
                return null;
            }
            kind = one == Kind.EITHER ? kind : one;
        }
        return kind;
    }

    private Kind byInstallationType() {
        String type = lower(installationType);
        return type.contains("server") ? Kind.SERVER : type.equals("client") ? Kind.CLIENT : Kind.EITHER;
    }

    private Kind byId() {
        String id = lower(editionId);
        if (id.isEmpty()) {
            return Kind.EITHER;
        }
        return id.startsWith("server") && !id.startsWith(MULTI_SESSION_ID) ? Kind.SERVER : Kind.CLIENT;
    }

    private Kind bySku() {
        String edition = sku == null ? null : BY_SKU.get(sku);
        return edition == null ? Kind.EITHER : SERVER_EDITIONS.contains(edition) ? Kind.SERVER : Kind.CLIENT;
    }

    private Kind byName() {
        String name = lower(osName);
        if (name.contains("multi-session") || name.matches(".*windows 1[01].*")) {
            return Kind.CLIENT;
        }
        return name.contains("server") || name.contains("azure stack hci") ? Kind.SERVER : Kind.EITHER;
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
