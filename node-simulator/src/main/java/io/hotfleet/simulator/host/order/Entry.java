package io.hotfleet.simulator.host.order;

/// A node as it enters its fleet, as `contract/patch/put-machines.json` has it.
///
/// @param kb what is installed
/// @param cluster takes it in, if the cluster does not list it yet
public record Entry(String machine, String product, String kb, String cluster) {}
