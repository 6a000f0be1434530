package io.hotfleet.simulator.door;

import io.hotfleet.simulator.forecast.Outlook;
import io.hotfleet.simulator.link.Release;
import io.hotfleet.simulator.play.Stage;
import java.util.List;

/// A rehearsal that nothing stands in the way of.
///
/// @param overlay releases beside the catalogue, as the caller gave them
/// @param warnings what was found on the way
public record Prepared(Stage stage, Terms terms, List<Release> overlay, Outlook outlook, List<String> warnings) {}
