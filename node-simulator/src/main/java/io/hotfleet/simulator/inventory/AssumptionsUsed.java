package io.hotfleet.simulator.inventory;

import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.Assumptions.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The assumptions of a report, spelt as in a fleet file: durations as texts such as `8m`.
public final class AssumptionsUsed {
    private static final List<String> ROLE_TYPES = List.of("generic", "sql-fci", "sql-ag", "hyper-v", "file-server");

    private AssumptionsUsed() {}

    public static Map<String, Object> of(Assumptions used) {
        Map<String, Object> spelt = new LinkedHashMap<>();
        spelt.put("hotpatchInstall", span(used.hotpatchInstall()));
        spelt.put("cumulativeInstall", span(used.cumulativeInstall()));
        spelt.put("restart", span(used.restart()));
        spelt.put("drainPerRole", span(used.drainPerRole()));
        spelt.put("roleInterruption", interruptions(used.roleInterruptionSeconds()));
        spelt.put("otherRestartsPerYear", used.otherRestartsPerYear());
        return spelt;
    }

    private static Map<String, String> interruptions(Map<String, Integer> secondsByType) {
        Map<String, Integer> left = new TreeMap<>(secondsByType);
        Map<String, String> spelt = new LinkedHashMap<>();
        for (String type : ROLE_TYPES) {
            Integer seconds = left.remove(type);
            if (seconds != null) {
                spelt.put(type, Durations.spelled(seconds));
            }
        }
        left.forEach((type, seconds) -> spelt.put(type, Durations.spelled(seconds)));
        return spelt;
    }

    private static Object span(Span span) {
        String duration = Durations.spelled(span.seconds());
        return span.fixed() ? Map.of("fixed", duration) : duration;
    }
}
