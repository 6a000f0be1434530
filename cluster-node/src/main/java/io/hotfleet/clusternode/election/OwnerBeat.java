package io.hotfleet.clusternode.election;

/// What an owner tells every voter, again and again.
public record OwnerBeat(String owner, long term, Membership seats) {
    /// @param heard false where the hearer knows a later term, which is then in `term`
    public record Answer(String node, long term, boolean heard) {}
}
