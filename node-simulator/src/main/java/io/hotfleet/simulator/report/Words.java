package io.hotfleet.simulator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers, months and names as a person reads them: plain English, thousands separators, no code where a word will do.
final class Words {
    static final String HOTPATCH = "HOTPATCH";
    static final String AFTER_FIXES = "HOTPATCH_AFTER_FIXES";
    static final String CUMULATIVE = "CUMULATIVE";

    private static final Map<String, String> STRATEGIES =
            Map.of(HOTPATCH, "Hotpatch", AFTER_FIXES, "After fixes", CUMULATIVE, "Cumulative");
    private static final Map<String, String> GATES = Map.ofEntries(
            Map.entry("EDITION", "the edition is not one that takes hotpatches"),
            Map.entry("BUILD", "the build is too old or a preview"),
            Map.entry("INSTALL_OPTION", "the installation option is not supported"),
            Map.entry("PLATFORM", "the platform is not one for this edition"),
            Map.entry("IMAGE", "the Azure image is not on the list"),
            Map.entry("FIRMWARE", "no UEFI firmware with Secure Boot"),
            Map.entry("VBS_NOT_RUNNING", "virtualization-based security is not running"),
            Map.entry("TABLE_SIZE", "the hotpatch table is switched off (HotPatchTableSize)"),
            Map.entry("ARC", "the Azure Arc agent is not connected"),
            Map.entry("SUBSCRIPTION", "no active Azure subscription"),
            Map.entry("LICENCE", "the hotpatch licence is not enabled"),
            Map.entry("OPT_IN", "the machine has not opted in to hotpatches"),
            Map.entry("PATCH_MODE", "the patch mode is not AutomaticByPlatform"),
            Map.entry("EXTENSION", "the hotpatch extension is missing or not healthy"),
            Map.entry("BASELINE", "the installed update has left the hotpatch track"),
            Map.entry("UPDATE_SOURCE", "WSUS, which may not offer hotpatches, is the update source"),
            Map.entry("POLICY", "the update policy does not allow hotpatches"),
            Map.entry("CHPE", "CHPE is switched on (Arm64)"));
    private static final char NO_BREAK = '\u00a0';
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private Words() {}

    static String strategy(String name) {
        return STRATEGIES.getOrDefault(name, name);
    }

    static String gate(String gate) {
        return GATES.getOrDefault(gate, "");
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /// With as many decimals as the number has.
    static String decimal(BigDecimal number) {
        return number == null
                ? "none"
                : String.format(Locale.ENGLISH, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    static String hours(long minutes) {
        return decimal(BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 1, RoundingMode.HALF_UP));
    }

    /// For sentences: no decimals where there are none.
    static String money(String currency, BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return currency + NO_BREAK + decimal(amount.setScale(whole ? 0 : 2, RoundingMode.HALF_UP));
    }

    static String counted(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String percent(long part, long whole) {
        BigDecimal share = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return decimal(share) + NO_BREAK + "%";
    }

    /// `2025`, `August 2025`, `January to June 2025`, `July 2025 to June 2026`, `2025 to 2029`.
    static String period(String from, String to) {
        YearMonth first = YearMonth.parse(from);
        YearMonth last = YearMonth.parse(to);
        boolean wholeYears = first.getMonthValue() == 1 && last.getMonthValue() == 12;
        if (first.equals(last)) {
            return named(first);
        }
        if (first.getYear() == last.getYear()) {
            return wholeYears ? "" + first.getYear() : name(first) + " to " + named(last);
        }
        return wholeYears ? first.getYear() + " to " + last.getYear() : named(first) + " to " + named(last);
    }

    /// The period as part of a sentence: `in 2025`, `from January to June 2025`.
    static String during(String from, String to) {
        String period = period(from, to);
        return (period.contains(" to ") ? "from " : "in ") + period;
    }

    /// Months as ranges: `2026-06 to 2026-12, 2027-02`.
    static String ranges(List<String> months) {
        List<String> ranges = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= months.size(); end++) {
            if (end == months.size() || !follows(months.get(end - 1), months.get(end))) {
                ranges.add(range(months.get(start), months.get(end - 1)));
                start = end;
            }
        }
        return String.join(", ", ranges);
    }

    static String range(String first, String last) {
        return first.equals(last) ? first : first + " to " + last;
    }

    private static boolean follows(String month, String next) {
        return YearMonth.parse(month).plusMonths(1).equals(YearMonth.parse(next));
    }

    private static String named(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
