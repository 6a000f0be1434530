package io.hotfleet.node.workflow;

/// The name of a [NodeState], for reports and for state kept as a number. The order never changes.
public enum Phase {
    OFFERED,
    DOWNLOADING,
    ANALYSING,
    VALIDATING,
    LOADING,
    HOOKING,
    VERIFYING,
    RETIRING,
    ACTIVE,
    PARTLY_ACTIVE,
    FAILED,
    ROLLED_BACK,
    RESTARTING
}
