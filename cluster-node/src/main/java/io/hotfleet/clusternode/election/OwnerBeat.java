package io.hotfleet.clusternode.election;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What an owner tells every voter, again and again.
@RegisterForReflection(registerFullHierarchy = true)
public record OwnerBeat(String owner, long term, Membership seats) {
    /// @param heard false where the hearer knows a later term, which is then in `term`
    @RegisterForReflection(registerFullHierarchy = true)
    public record Answer(String node, long term, boolean heard) {}
}
