package io.hotfleet.simulator.fleet.sharding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pod of a StatefulSet, as its name tells.
record PodName(String statefulSet, int ordinal) {
    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{1,5})");

    /// Empty where the name ends in no ordinal.
    static Optional<PodName> of(String pod) {
        Matcher parts = NAME.matcher(pod);
        return parts.matches()
                ? Optional.of(new PodName(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
