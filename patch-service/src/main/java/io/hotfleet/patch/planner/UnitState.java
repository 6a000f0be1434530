package io.hotfleet.patch.planner;

import io.hotfleet.postgres.Minutes;

/// Where a unit stands in its own time.
///
/// @param at minute up to which it has lived
/// @param due minute of its next decision, NEVER if only a report or a release brings one
/// @param restedFrom end of its last command: the soak between nodes counts from here
/// @param settled number of its product's offers that it has settled; counted only where there are rings
/// @param open the command that it has not answered; a unit never has two
public record UnitState(int unit, long at, long due, long restedFrom, int settled, Command open) {
    public static UnitState fresh(int unit, long due) {
        return new UnitState(unit, 0, due, 0, 0, null);
    }

    /// The minute for which the next decision is taken.
    public long next() {
        return Math.max(at, due);
    }

    UnitState commanded(Command command) {
        return new UnitState(unit, command.at(), Minutes.NEVER, restedFrom, settled, command);
    }

    UnitState idle(long until) {
        return new UnitState(unit, at, until, restedFrom, settled, open);
    }

    UnitState settled(int offers) {
        return new UnitState(unit, at, due, restedFrom, offers, open);
    }

    /// It has lived on to a minute without answering a command.
    UnitState moved(long minute) {
        long now = Math.max(at, minute);
        return new UnitState(unit, now, open == null ? now : Minutes.NEVER, restedFrom, settled, open);
    }

    /// A machine of the unit has left for good: what it was told is called off, and what waited for it need not.
    public UnitState left(int machine, long minute) {
        return open != null && open.machine() == machine ? answered(minute) : moved(minute);
    }

    UnitState answered(long minute) {
        long now = Math.max(at, minute);
        return new UnitState(unit, now, now, now, settled, null);
    }
}
