package io.hotfleet.patch.rollout;

import io.hotfleet.patch.policy.FailureGate;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.Optional;

/// Where a rollout stands; its methods are the moves there are.
sealed interface RolloutState {
    record Running() implements RolloutState {}

    /// Every unit that still has work must wait for something else than a time.
    record Held(String reason) implements RolloutState {}

    /// Somebody wants it so.
    record Paused() implements RolloutState {}

    /// Too many failures.
    record Stopped(String reason) implements RolloutState {}

    /// Nothing is left to do.
    record Finished(String reason) implements RolloutState {}

    record Aborted() implements RolloutState {}

    /// The states' names, in REST and in the database.
    enum Name {
        RUNNING,
        HELD,
        PAUSED,
        STOPPED,
        FINISHED,
        ABORTED
    }

    default Name name() {
        return switch (this) {
            case Running _ -> Name.RUNNING;
            case Held _ -> Name.HELD;
            case Paused _ -> Name.PAUSED;
            case Stopped _ -> Name.STOPPED;
            case Finished _ -> Name.FINISHED;
            case Aborted _ -> Name.ABORTED;
        };
    }

    /// Null where the state says it all.
    default String reason() {
        return switch (this) {
            case Held(String reason) -> reason;
            case Stopped(String reason) -> reason;
            case Finished(String reason) -> reason;
            case Running _, Paused _, Aborted _ -> null;
        };
    }

    static RolloutState of(Name name, String reason) {
        return switch (name) {
            case RUNNING -> new Running();
            case HELD -> new Held(reason);
            case PAUSED -> new Paused();
            case STOPPED -> new Stopped(reason);
            case FINISHED -> new Finished(reason);
            case ABORTED -> new Aborted();
        };
    }

    default boolean ended() {
        return switch (this) {
            case Finished _, Aborted _ -> true;
            case Running _, Held _, Paused _, Stopped _ -> false;
        };
    }

    /// Whether nothing new is begun for it.
    default boolean halted() {
        return switch (this) {
            case Paused _, Stopped _, Aborted _ -> true;
            case Running _, Held _, Finished _ -> false;
        };
    }

    default RolloutState pause() {
        return switch (this) {
            case Running _, Held _, Stopped _, Paused _ -> new Paused();
            case Finished _, Aborted _ -> throw over("paused");
        };
    }

    default RolloutState resume() {
        return switch (this) {
            case Paused _, Stopped _ -> new Running();
            case Running _, Held _ -> this;
            case Finished _, Aborted _ -> throw over("resumed");
        };
    }

    default RolloutState abort() {
        return switch (this) {
            case Running _, Held _, Paused _, Stopped _, Aborted _ -> new Aborted();
            case Finished _ -> throw over("aborted");
        };
    }

    /// The state that the progress of its machines asks for.
    default RolloutState next(RolloutProgress progress, FailureGate gate, int[] accepted) {
        return switch (this) {
            case Running _, Held _ -> running(progress, gate, accepted);
            case Paused _, Stopped _ -> progress.outstanding() == 0 ? new Finished(progress.givenUpInWords()) : this;
            case Finished _, Aborted _ -> this;
        };
    }

    private static RolloutState running(RolloutProgress progress, FailureGate gate, int[] accepted) {
        if (progress.outstanding() == 0) {
            return new Finished(progress.givenUpInWords());
        }
        Optional<String> breach = progress.breach(gate, accepted);
        if (breach.isPresent()) {
            return new Stopped(breach.get());
        }
        return progress.held() ? new Held(progress.holdInWords()) : new Running();
    }

    private ProblemException over(String what) {
        return new ProblemException(
                ProblemType.ROLLOUT_ENDED, "The rollout is %s; it cannot be %s any more.".formatted(name(), what));
    }
}
