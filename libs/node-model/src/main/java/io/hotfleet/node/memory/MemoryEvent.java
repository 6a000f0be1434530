package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;

/// What changed a machine's memory. The events since boot, with the machine's setup, give its memory at any later time.
public sealed interface MemoryEvent {
    long atSeconds();

    /// @param vbsRunning without it nothing registered is applied
    record Booted(long atSeconds, Installation installation, boolean vbsRunning) implements MemoryEvent {}

    /// All memory is lost, until the next boot.
    record WentDown(long atSeconds) implements MemoryEvent {}

    record Loaded(long atSeconds, Manifest manifest) implements MemoryEvent {}

    record Hooked(long atSeconds) implements MemoryEvent {}

    /// @param hungThread an invocation in the old code that never returns
    record Committed(long atSeconds, boolean hungThread) implements MemoryEvent {}

    record Undone(long atSeconds) implements MemoryEvent {}

    record Exited(long atSeconds, String process) implements MemoryEvent {}

    record Started(long atSeconds, String process) implements MemoryEvent {}
}
