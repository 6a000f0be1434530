package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name, or a range such as `web-[001-120]` that stands for many. Leading zeros keep the width.
final class NameRange {
    private static final Pattern SPELLING = Pattern.compile("([^\\[\\]]*)\\[([0-9]{1,9})-([0-9]{1,9})]([^\\[\\]]*)");
    private static final Pattern NAME_OR_RANGE = Pattern.compile(Told.NAME.pattern() + "|" + SPELLING.pattern());
    private static final String ACCEPTED = Told.NAME_ACCEPTED + ", or a range such as web-[001-120]";

    private NameRange() {}

    static List<String> names(Value value) {
        String spelling = value.text(NAME_OR_RANGE, ACCEPTED);
        Matcher range = SPELLING.matcher(spelling);
        if (!range.matches()) {
            return List.of(spelling);
        }
        String first = range.group(2);
        String last = range.group(3);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        boolean padded = first.startsWith("0") && first.length() > 1;
        if (padded && first.length() != last.length()) {
            throw value.notAccepted("both ends of a range are written with the same number of digits");
        }
        if (from > to) {
            throw value.notAccepted("a range that ends where it begins or later");
        }
        if (to - from >= Told.MACHINES_MAX) {
            throw value.notAccepted("a range of at most " + Told.MACHINES_MAX + " names");
        }
        String longest = range.group(1) + last + range.group(4);
        if (!Told.NAME.matcher(longest).matches()) {
            throw value.notAccepted(ACCEPTED);
        }
        return expand(range.group(1), from, to, padded ? first.length() : 1, range.group(4));
    }

    private static List<String> expand(String before, int from, int to, int width, String after) {
        List<String> names = new ArrayList<>(to - from + 1);
        for (int number = from; number <= to; number++) {
            String digits = Integer.toString(number);
            names.add(before + "0".repeat(Math.max(0, width - digits.length())) + digits + after);
        }
        return names;
    }
}
