package io.hotfleet.simulator.inventory.azure;

import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.windows.WindowsVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is alike in all resources that are machines. A fleet of 100,000 has a few dozen versions of Windows, so each is
/// worked out once.
final class ResourceFacts {
    private static final int NETBIOS_CHARS = 15;
    /// SMBIOS ids that identify nothing, beside those of one digit alone.
    private static final Set<String> PLACEHOLDERS =
            Set.of("03000200-0400-0500-0006-000700080009", "00020003-0004-0005-0006-000700080009");

    private final Map<WindowsVersion, Map<Fact, Object>> versions = new HashMap<>();
    private final Map<WindowsVersion, Optional<String>> unsupported = new HashMap<>();

    /// The facts of a version, to which more may be added.
    Map<Fact, Object> of(WindowsVersion version) {
        return new EnumMap<>(versions.computeIfAbsent(version, WindowsVersion::facts));
    }

    /// Why a version is none of the products; null if it is one or nothing is known.
    String unsupported(WindowsVersion version) {
        return unsupported
                .computeIfAbsent(version, one -> Optional.ofNullable(one.unsupported()))
                .orElse(null);
    }

    /// Whether the host's name is what NetBIOS leaves of the longer one.
    static boolean isCutOff(String host, String longer) {
        return host.length() == NETBIOS_CHARS
                && longer.length() > NETBIOS_CHARS
                && longer.regionMatches(true, 0, host, 0, NETBIOS_CHARS);
    }

    static boolean identifiesNothing(String hardware) {
        if (hardware == null) {
            return false;
        }
        String lower = hardware.strip().toLowerCase(Locale.ROOT);
        String digits = lower.replace("-", "");
        return PLACEHOLDERS.contains(lower) || digits.chars().distinct().count() == 1;
    }
}
