package io.hotfleet.node.memory.cost;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What machines of one shape booted from, and the hotpatches they applied since.
///
/// Besides its seed and the times, this is all that the figures of a machine's memory depend on; so machines of one
/// past share one instance, which makes its table when it is first asked. Not thread-safe until then.
public final class Lineage {
    private final Shape shape;
    private final Installation booted;
    private final List<Manifest> applied;
    private final Map<String, Lineage> next = new HashMap<>();
    private Lineage restarted;
    private Footprint footprint;

    private Lineage(Shape shape, Installation booted, List<Manifest> applied) {
        this.shape = shape;
        this.booted = booted;
        this.applied = applied;
    }

    public static Lineage of(Shape shape, Installation booted) {
        return new Lineage(shape, booted, List.of());
    }

    /// Whether a hotpatch is made for these files and newer than what is applied.
    public boolean takes(Manifest hotpatch) {
        Installation now = installation();
        return now.accepts(hotpatch) && hotpatch.sequenceNumber() > now.sequenceNumber();
    }

    /// The past of those that apply one more hotpatch.
    public Lineage with(Manifest hotpatch) {
        return next.computeIfAbsent(hotpatch.kb(), _ -> {
            List<Manifest> longer = new ArrayList<>(applied);
            longer.add(hotpatch);
            return new Lineage(shape, booted, List.copyOf(longer));
        });
    }

    /// The past of those that restart now, with VBS running.
    public Lineage restarted() {
        if (restarted == null) {
            Installation next = installation().restarted();
            restarted = applied.isEmpty() && next.equals(booted) ? this : of(shape, next);
        }
        return restarted;
    }

    public Installation booted() {
        return booted;
    }

    /// Since the boot, in order.
    public List<Manifest> applied() {
        return applied;
    }

    public Footprint footprint() {
        if (footprint == null) {
            footprint = Footprint.of(shape, Setup.TABLE_BYTES, booted, applied);
        }
        return footprint;
    }

    private Installation installation() {
        return applied.isEmpty() ? booted : booted.register(applied.getLast());
    }
}
