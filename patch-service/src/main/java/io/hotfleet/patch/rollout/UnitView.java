package io.hotfleet.patch.rollout;

/// How far a rollout is in one unit.
///
/// @param unit a cluster's name, or a stand-alone machine's
/// @param installing the machine that has a command to answer; null if none has
/// @param held what it must wait for; null if it need not
record UnitView(
        String unit,
        boolean cluster,
        int ring,
        int machines,
        int done,
        int failed,
        int givenUp,
        int down,
        String installing,
        String held) {}
