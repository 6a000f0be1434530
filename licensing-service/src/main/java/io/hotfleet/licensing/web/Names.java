package io.hotfleet.licensing.web;

import io.hotfleet.rest.ProblemException;
import java.util.regex.Pattern;

/// What fleets may be called.
public final class Names {
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
}
