package io.hotfleet.licensing.pricing;

/// What the machines of one cluster cost together.
record ClusterCosts(String cluster, long machines, String total, String wasted) {}
