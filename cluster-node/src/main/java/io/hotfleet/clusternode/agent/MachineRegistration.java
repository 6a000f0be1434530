package io.hotfleet.clusternode.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// A node as it enters its fleet, as `contract/patch/put-machines.json` has it.
///
/// @param kb what is installed
/// @param cluster takes it in, if the cluster does not list it yet
@RegisterForReflection(registerFullHierarchy = true)
public record MachineRegistration(String machine, String product, String kb, String cluster) {}
