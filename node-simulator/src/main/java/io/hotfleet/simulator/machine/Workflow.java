package io.hotfleet.simulator.machine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where a machine stands with the newest package it was offered.
///
/// A hotpatch ends ACTIVE, and PARTLY_ACTIVE where some of it waits for the next restart; a package that
/// replaces files ends ACTIVE after RESTARTING. Until a hotpatch is hooked, failing leaves the machine as it
/// was.
public enum Workflow {
    NONE,
    OFFERED,
    DOWNLOADING,
    ANALYSING,
    VALIDATING,
    LOADING,
    HOOKING,
    VERIFYING,
    ACTIVE,
    PARTLY_ACTIVE,
    RETIRING,
    RESTARTING,
    FAILED,
    ROLLED_BACK;

    private static final List<Workflow> HOTPATCH =
            List.of(OFFERED, DOWNLOADING, ANALYSING, VALIDATING, LOADING, HOOKING, VERIFYING, ACTIVE);
    private static final List<Workflow> PACKAGE =
            List.of(OFFERED, DOWNLOADING, ANALYSING, VALIDATING, RESTARTING, ACTIVE);
    private static final List<Workflow> RESTART = List.of(RESTARTING, ACTIVE);

    /// The states that an undisturbed installation passes through.
    public static List<Workflow> path(boolean hotpatch, boolean restart) {
        if (hotpatch && !restart) {
            return HOTPATCH;
        }
        return PACKAGE;
    }

    /// The states that a restart without installation passes through.
    public static List<Workflow> restart() {
        return RESTART;
    }

    /// What may come next.
    public Set<Workflow> next() {
        return switch (this) {
            case NONE -> EnumSet.of(OFFERED, RESTARTING);
            case OFFERED -> EnumSet.of(DOWNLOADING, OFFERED, FAILED);
            case DOWNLOADING -> EnumSet.of(ANALYSING, FAILED);
            case ANALYSING -> EnumSet.of(VALIDATING, FAILED);
            case VALIDATING -> EnumSet.of(LOADING, RESTARTING, FAILED);
            case LOADING -> EnumSet.of(HOOKING, FAILED);
            case HOOKING -> EnumSet.of(VERIFYING, ROLLED_BACK, FAILED);
            case VERIFYING -> EnumSet.of(ACTIVE, PARTLY_ACTIVE, ROLLED_BACK);
            case ACTIVE, PARTLY_ACTIVE -> EnumSet.of(OFFERED, RETIRING, RESTARTING);
            case RETIRING -> EnumSet.of(ACTIVE, RESTARTING);
            case RESTARTING -> EnumSet.of(ACTIVE, FAILED);
            case FAILED, ROLLED_BACK -> EnumSet.of(OFFERED, RESTARTING);
        };
    }
}
