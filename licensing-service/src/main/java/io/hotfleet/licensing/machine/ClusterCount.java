package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Timeline;
import java.util.Map;

/// How many machines of a cluster live on each timeline.
public record ClusterCount(String cluster, Map<Timeline, Long> timelines) {}
