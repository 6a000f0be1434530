package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a rehearsal shall assume.
final class AssumptionsSection {
    static final int SPAN_SECONDS_MAX = 24 * 3_600;
    static final int INTERRUPTION_SECONDS_MAX = 3_600;
    static final int OTHER_RESTARTS_MAX = 366;

    private static final List<String> FIELDS = List.of(
            "hotpatchInstall",
            "cumulativeInstall",
            "restart",
            "drainPerRole",
            "roleInterruption",
            "otherRestartsPerYear");
    private static final List<String> SPAN_FIELDS = List.of("fixed");

    private AssumptionsSection() {}

    static void read(Value value, Told told) {
        value.mapping(FIELDS).fields().forEach((name, field) -> told.settings()
                .assumption(name, assumption(name, field)));
    }

    private static Object assumption(String name, Value value) {
        return switch (name) {
            case "roleInterruption" -> interruptions(value);
            case "otherRestartsPerYear" -> value.integer(0, OTHER_RESTARTS_MAX);
            case "drainPerRole" -> span(value, 0);
            default -> span(value, 1);
        };
    }

    private static Span span(Value value, int secondsMin) {
        if (value instanceof Value.Mapping) {
            Value fixed = value.mapping(SPAN_FIELDS).require("fixed", "a duration such as 8m");
            return new Span(Amounts.seconds(fixed, secondsMin, SPAN_SECONDS_MAX), true);
        }
        return new Span(Amounts.seconds(value, secondsMin, SPAN_SECONDS_MAX), false);
    }

    private static Map<String, Integer> interruptions(Value value) {
        Map<String, Integer> seconds = new LinkedHashMap<>();
        value.mapping(ClusterEntry.ROLE_TYPES)
                .fields()
                .forEach((type, field) -> seconds.put(type, Amounts.seconds(field, 0, INTERRUPTION_SECONDS_MAX)));
        return seconds;
    }
}
