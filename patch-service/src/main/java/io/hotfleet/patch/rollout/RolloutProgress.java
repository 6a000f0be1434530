package io.hotfleet.patch.rollout;

import io.hotfleet.patch.policy.FailureGate;
import java.util.List;
import java.util.Optional;

/// How far a rollout is.
///
/// @param rings in order
/// @param hold why the first unit that must wait does so; null if none does
record RolloutProgress(List<Ring> rings, String hold) {
    /// @param done machines that have the release, or a newer one
    /// @param failed machines whose last attempt failed, `givenUp` those of them that get no further one
    /// @param openUnits units with a machine that is neither done nor given up, `heldUnits` those that must wait
    record Ring(int ring, int machines, int done, int failed, int givenUp, int openUnits, int heldUnits) {}

    int machines() {
        return rings.stream().mapToInt(Ring::machines).sum();
    }

    int done() {
        return rings.stream().mapToInt(Ring::done).sum();
    }

    int failed() {
        return rings.stream().mapToInt(Ring::failed).sum();
    }

    int heldUnits() {
        return rings.stream().mapToInt(Ring::heldUnits).sum();
    }

    int outstanding() {
        return machines() - done() - givenUp();
    }

    boolean held() {
        return heldUnits() > 0
                && heldUnits() == rings.stream().mapToInt(Ring::openUnits).sum();
    }

    String holdInWords() {
        int others = heldUnits() - 1;
        return others > 0 ? "%s (and %d more)".formatted(hold, others) : hold;
    }

    /// Null where all machines are done.
    String givenUpInWords() {
        return givenUp() == 0 ? null : "%d of %d machines were given up".formatted(givenUp(), machines());
    }

    /// Empty while every ring bears its failures; those that were accepted do not count.
    Optional<String> breach(FailureGate gate, int[] accepted) {
        return gate == null
                ? Optional.empty()
                : rings.stream()
                        .flatMap(ring -> breach(ring, gate, accepted).stream())
                        .findFirst();
    }

    private static Optional<String> breach(Ring ring, FailureGate gate, int[] accepted) {
        int before = ring.ring() < accepted.length ? accepted[ring.ring()] : 0;
        return gate.breach(Math.max(0, ring.failed() - before), ring.machines())
                .map(breach -> "ring %d: %s".formatted(ring.ring(), breach));
    }

    /// The failures of each ring.
    int[] failures() {
        int last = rings.stream().mapToInt(Ring::ring).max().orElse(-1);
        int[] failures = new int[last + 1];
        rings.forEach(ring -> failures[ring.ring()] = ring.failed());
        return failures;
    }

    private int givenUp() {
        return rings.stream().mapToInt(Ring::givenUp).sum();
    }
}
