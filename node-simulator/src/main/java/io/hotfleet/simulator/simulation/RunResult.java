package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Licensing.Costs;
import io.hotfleet.simulator.client.Summary;

/// What came of a play.
///
/// @param digest of its history, in hexadecimal
/// @param restarts by machine, in the fleet's order; null unless asked for
public record RunResult(Summary summary, Costs costs, String digest, int[] restarts) {}
