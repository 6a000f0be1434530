package io.hotfleet.simulator.rehearsal;

/// Where a rehearsal stands. QUEUED and RUNNING end as one of the three others, which are final.
sealed interface RehearsalState {
    record Queued() implements RehearsalState {}

    record Running(Progress progress) implements RehearsalState {}

    record Done() implements RehearsalState {}

    record Failed(String reason) implements RehearsalState {}

    record Cancelled() implements RehearsalState {}

    /// As it is stored and shown.
    default String name() {
        return switch (this) {
            case Queued _ -> "QUEUED";
            case Running _ -> "RUNNING";
            case Done _ -> "DONE";
            case Failed _ -> "FAILED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    default boolean isFinal() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Done _, Failed _, Cancelled _ -> true;
        };
    }

    /// The state as it was stored. What ran when it was stored has no progress any more.
    static RehearsalState stored(String name, String reason) {
        return switch (name) {
            case "QUEUED", "RUNNING" -> new Queued();
            case "DONE" -> new Done();
            case "CANCELLED" -> new Cancelled();
            default -> new Failed(reason);
        };
    }
}
