package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Release;
import java.util.List;

/// What to play, and where.
///
/// @param name what the play is called in the event history; the strategy, and a suffix for a second play of it
/// @param fleet its id in both services; enters no draw, order or history
/// @param overlay releases beside the catalogue
/// @param plan name of the price plan
/// @param detail whether figures of single machines and reports of every workflow state are wanted
public record RunSpec(
        String name, String fleet, List<Release> overlay, String plan, boolean detail, RunProgress progress) {}
