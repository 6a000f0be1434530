package io.hotfleet.simulator.inventory.fact;

import io.hotfleet.simulator.inventory.document.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The facts of a machine, in the order of [io.hotfleet.simulator.inventory.Facts], as files spell them.
public enum Fact {
    PRODUCT(
            "product",
            "windows-server-2025",
            "windows-server-2022-azure-edition",
            "windows-11-24h2",
            "windows-server-2022"),
    EDITION(
            "edition",
            "standard",
            "datacenter",
            "datacenter-azure-edition",
            "essentials",
            "enterprise",
            "education",
            "business-premium",
            "pro",
            "home",
            FactSheet.UNKNOWN),
    PLATFORM("platform", "on-premises", "other-cloud", "azure", "azure-local", FactSheet.UNKNOWN),
    OS_BUILD("osBuild", "released", "preview", FactSheet.UNKNOWN),
    INSTALL_OPTION("installOption", "core", "desktop", FactSheet.UNKNOWN),
    IMAGE("image", "listed", "other", FactSheet.UNKNOWN),
    FIRMWARE("firmware", "uefi-secure-boot", "uefi", "bios", FactSheet.UNKNOWN),
    VBS("vbs", "off", "configured", "running", FactSheet.UNKNOWN),
    HOT_PATCH_TABLE("hotPatchTable", "on", "off", FactSheet.UNKNOWN),
    ARC("arc", "connected", "disconnected", "none", FactSheet.UNKNOWN),
    SUBSCRIPTION("subscription", "active", "none", FactSheet.UNKNOWN),
    LICENCE("licence", "enabled", "disabled", FactSheet.UNKNOWN),
    OPT_IN("optIn"),
    PATCH_MODE("patchMode", "automatic-by-platform", "other", FactSheet.UNKNOWN),
    EXTENSION("extension", "healthy", "missing", FactSheet.UNKNOWN),
    UPDATE_SOURCE("updateSource", "windows-update", "wsus", FactSheet.UNKNOWN),
    POLICY("policy", "allow", "off", FactSheet.UNKNOWN),
    CHPE("chpe", "off", "on", FactSheet.UNKNOWN),
    CORES("cores"),
    KB("kb"),
    ROLES("roles"),
    ARCHITECTURE("architecture", "x64", "arm64", FactSheet.UNKNOWN),
    BUILD("build"),
    /// Read from lists of machines alone: no file spells it.
    UPDATES("updates");

    static final int CORES_MAX = 4_096;
    static final int ROLES_MAX = 32;

    private static final Pattern KB_NUMBER = Pattern.compile("[Kk][Bb][0-9]{4,8}");
    private static final Pattern BUILD_NUMBER = Pattern.compile("(10\\.0\\.)?([0-9]{5}(\\.[0-9]{1,5})?)");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Map<String, Fact> BY_KEY =
            spelt().collect(Collectors.toUnmodifiableMap(Fact::key, Function.identity()));
    private static final List<String> KEYS = spelt().map(Fact::key).toList();

    private final String key;
    private final List<String> words;

    Fact(String key, String... words) {
        this.key = key;
        this.words = List.of(words);
    }

    private static Stream<Fact> spelt() {
        return Arrays.stream(values()).filter(fact -> fact != UPDATES);
    }

    /// The number of cores as [FactSheet] keeps it; null where it cannot be one.
    public static Integer plausibleCores(int cores) {
        return cores > 0 && cores <= CORES_MAX ? cores : null;
    }

    public String key() {
        return key;
    }

    /// The keys of all facts that files spell, in their order.
    public static List<String> keys() {
        return KEYS;
    }

    /// The fact of this key; null if there is none.
    public static Fact of(String key) {
        return BY_KEY.get(key);
    }

    /// The value as [FactSheet] keeps it, or the complaint that it is none.
    public Object read(Value value) {
        return switch (this) {
            case OPT_IN -> flag(value);
            case CORES -> value.integer(1, CORES_MAX);
            case KB -> value.text(KB_NUMBER, "a KB number such as KB5048794").toUpperCase(Locale.ROOT);
            case ROLES -> roles(value);
            case BUILD -> build(value);
            case UPDATES -> throw value.notAccepted("the KB");
            case PRODUCT,
                    EDITION,
                    PLATFORM,
                    OS_BUILD,
                    INSTALL_OPTION,
                    IMAGE,
                    FIRMWARE,
                    VBS,
                    HOT_PATCH_TABLE,
                    ARC,
                    SUBSCRIPTION,
                    LICENCE,
                    PATCH_MODE,
                    EXTENSION,
                    UPDATE_SOURCE,
                    POLICY,
                    CHPE,
                    ARCHITECTURE -> value.choice(words);
        };
    }

    private static Object flag(Value value) {
        if (value instanceof Value.Scalar scalar) {
            if (scalar.content() instanceof Boolean flag) {
                return flag;
            }
            if (FactSheet.UNKNOWN.equals(scalar.content())) {
                return FactSheet.UNKNOWN;
            }
        }
        throw value.notAccepted("true, false, unknown");
    }

    private static String build(Value value) {
        String text = value.text(BUILD_NUMBER, "a build in quotes such as \"26100.6899\"");
        return text.startsWith("10.0.") ? text.substring("10.0.".length()) : text;
    }

    private static List<String> roles(Value value) {
        TreeSet<String> roles = new TreeSet<>();
        for (Value role : value.list(ROLES_MAX, "a list of roles such as [wsus, domain-controller]")) {
            roles.add(role.text(ROLE, "a role such as wsus or domain-controller: small letters, digits and -"));
        }
        return List.copyOf(roles);
    }
}
