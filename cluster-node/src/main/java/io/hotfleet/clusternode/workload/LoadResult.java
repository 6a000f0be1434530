package io.hotfleet.clusternode.workload;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/// What a client saw of a cluster since it began.
///
/// @param sessions open now
/// @param sessionsMoved ended with a goodbye, and opened again elsewhere
/// @param sessionsBroken ended without one
/// @param requestsFailed not answered within their patience
/// @param longestOutageMs longest time from one answered request to the next
/// @param roleMoves how often another node answered
/// @param quorumLosses how often no node said that it had a majority
/// @param termsGoneBack answers of an owner whose successor had answered already: two served at once
/// @param longestStallMs longest time that the client itself stood still: whatever else it measures may be too long by
/// that
/// @param unanswered attempts of requests that had no answer, by their status or kind of error
@RegisterForReflection(registerFullHierarchy = true)
public record LoadResult(
        long seconds,
        int sessions,
        long sessionsMoved,
        long sessionsBroken,
        long requests,
        long requestsFailed,
        long longestOutageMs,
        int roleMoves,
        int quorumLosses,
        int termsGoneBack,
        long longestStallMs,
        Map<String, Long> unanswered) {}
