package io.hotfleet.clusternode.agent;

/// A node as it enters its fleet, as `contract/patch/put-machines.json` has it.
///
/// @param kb what is installed
/// @param cluster takes it in, if the cluster does not list it yet
public record MachineRegistration(String machine, String product, String kb, String cluster) {}
