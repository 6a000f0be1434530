package io.hotfleet.patch.policy;

import java.util.Optional;
/// How many failures a rollout bears.
///
/// @param number most machines of a ring that may fail; null for any
/// @param sharePercent largest share of a ring's machines that may fail; null for any

public record FailureGate(Integer number, Double sharePercent) {
    private static final double PERCENT = 100;

    /// What is exceeded, in words; empty if nothing is.
    public Optional<String> breach(int failed, int machines) {
        if (number != null && failed > number) {
            return Optional.of("%d of %d machines failed, at most %d may".formatted(failed, machines, number));
        }
        if (sharePercent != null && failed * PERCENT > sharePercent * machines) {
            return Optional.of(
                    "%d of %d machines failed, at most %s %% may".formatted(failed, machines, plain(sharePercent)));
        }
        return Optional.empty();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
