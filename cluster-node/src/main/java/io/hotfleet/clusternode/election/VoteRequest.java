package io.hotfleet.clusternode.election;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// A node asks for the vote of another.
///
/// @param seats the newest that the candidate knows: who knows newer ones refuses
/// @param probe would you? Binds nobody, so that a node that cannot win does not drive the terms up
/// @param handover an owner has given the role up and asked the candidate to take it: its lease does not stand against
/// the candidate. Who promised something to a later owner knows that one's seats, and refuses
@RegisterForReflection(registerFullHierarchy = true)
public record VoteRequest(String candidate, long term, Membership seats, boolean probe, boolean handover) {
    /// @param newcomer whether the voter has lost what it knew, its earlier votes included
    @RegisterForReflection(registerFullHierarchy = true)
    public record Answer(String node, long term, boolean granted, boolean newcomer) {}

    /// Votes of newcomers count only when all voters agree: one that forgot its vote might give it twice.
    public boolean isWon(Collection<Answer> answers) {
        Set<String> granted =
                answers.stream().filter(Answer::granted).map(Answer::node).collect(Collectors.toSet());
        Set<String> remembering = answers.stream()
                .filter(answer -> answer.granted() && !answer.newcomer())
                .map(Answer::node)
                .collect(Collectors.toSet());
        return seats.isMajority(remembering) || seats.isEverybody(granted);
    }
}
