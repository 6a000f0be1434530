package io.hotfleet.simulator.host.vote;

/// What an owner tells every voter, again and again.
public record Beat(String owner, long term, Seats seats) {
    /// @param heard false where the hearer knows a later term, which is then in `term`
    public record Answer(String node, long term, boolean heard) {}
}
