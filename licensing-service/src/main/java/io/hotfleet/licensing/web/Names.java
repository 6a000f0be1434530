package io.hotfleet.licensing.web;

import io.hotfleet.rest.ProblemException;
import java.util.regex.Pattern;

/// What fleets, machines and clusters may be called.
public final class Names {
    private static final int LENGTH_MAX = 255;
    private static final Pattern FLEET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private Names() {}

    public static String fleet(String name) {
        if (!FLEET.matcher(name).matches()) {
            throw ProblemException.invalid(
                    "fleet",
                    "'" + name + "' is not a fleet's name: up to 200 letters, digits, dots, dashes, underscores.");
        }
        return name;
    }

    /// A name of a machine or cluster: anything that can be printed.
    public static boolean isName(String name) {
        return !name.isBlank() && isKey(name);
    }

    private static boolean isKey(String value) {
        return value.length() <= LENGTH_MAX && value.chars().noneMatch(Character::isISOControl);
    }
}
