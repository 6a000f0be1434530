package io.hotfleet.simulator.fleet;

import io.hotfleet.rest.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of a group of nodes: one name, or a range such as `web-[001-120]`. The range is never spelt out, so a
/// million nodes cost nothing until someone looks at one.
record NodeNames(String before, int from, int size, int width, String after) {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern RANGE = Pattern.compile("([^\\[\\]]*)\\[([0-9]{1,7})-([0-9]{1,7})]([^\\[\\]]*)");
    private static final String ACCEPTED =
            "a name of up to 63 letters, digits, -, . and _, or a range such as" + " web-[001-120], is accepted";

    static NodeNames of(String spelling, String field) {
        if (spelling != null && NAME.matcher(spelling).matches()) {
            return new NodeNames(spelling, 0, 1, 0, "");
        }
        Matcher range = RANGE.matcher(spelling == null ? "" : spelling);
        if (!range.matches()) {
            throw ProblemException.invalid("/" + field, "'" + spelling + "' is no name; " + ACCEPTED);
        }
        String first = range.group(2);
        String last = range.group(3);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        boolean padded = first.startsWith("0") && first.length() > 1;
        if (from > to || padded && first.length() != last.length()) {
            throw ProblemException.invalid(
                    "/" + field, "'" + spelling + "' is no range; the end is not below the beginning and as wide");
        }
        NodeNames names =
                new NodeNames(range.group(1), from, to - from + 1, padded ? first.length() : 1, range.group(4));
        if (!NAME.matcher(names.name(names.size - 1)).matches()) {
            throw ProblemException.invalid("/" + field, "'" + spelling + "' gives no names; " + ACCEPTED);
        }
        return names;
    }

    String name(int index) {
        if (width == 0) {
            return before;
        }
        String digits = Integer.toString(from + index);
        return before + "0".repeat(Math.max(0, width - digits.length())) + digits + after;
    }

    /// The place of a name among them, or -1.
    int indexOf(String name) {
        if (width == 0) {
            return name.equals(before) ? 0 : -1;
        }
        int digits = name.length() - before.length() - after.length();
        if (digits < 1 || digits > 7 || !name.startsWith(before) || !name.endsWith(after)) {
            return -1;
        }
        String middle = name.substring(before.length(), before.length() + digits);
        if (!middle.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return -1;
        }
        int index = Integer.parseInt(middle) - from;
        return index >= 0 && index < size && name(index).equals(name) ? index : -1;
    }

    boolean overlaps(NodeNames other) {
        if (size > other.size) {
            return other.overlaps(this);
        }
        boolean mayMeet = before.startsWith(other.before) || other.before.startsWith(before);
        for (int i = 0; mayMeet && i < size; i++) {
            if (other.indexOf(name(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
