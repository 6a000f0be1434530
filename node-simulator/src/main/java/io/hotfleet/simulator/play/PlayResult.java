package io.hotfleet.simulator.play;

import io.hotfleet.simulator.link.Licensing.Costs;
import io.hotfleet.simulator.link.Summary;

/// What came of a play.
///
/// @param digest of its history, in hexadecimal
/// @param restarts by machine, in the fleet's order; null unless asked for
public record PlayResult(Summary summary, Costs costs, String digest, int[] restarts) {}
