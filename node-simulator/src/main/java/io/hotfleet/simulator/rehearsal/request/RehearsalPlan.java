package io.hotfleet.simulator.rehearsal.request;

import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.forecast.Outlook;
import io.hotfleet.simulator.simulation.SimulationInput;
import java.util.List;

/// A rehearsal that nothing stands in the way of.
///
/// @param overlay releases beside the catalogue, as the caller gave them
/// @param warnings what was found on the way
public record RehearsalPlan(
        SimulationInput stage,
        RehearsalParameters terms,
        List<Release> overlay,
        Outlook outlook,
        List<String> warnings) {}
