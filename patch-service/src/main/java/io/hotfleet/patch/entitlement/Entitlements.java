package io.hotfleet.patch.entitlement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A fleet's entitlements by machine and time. Immutable; equal ones are one instance.
public final class Entitlements {
    public static final Entitlements NONE = new Entitlements(new Entitlement[0][], 0);

    private static final Entitlement[] NEVER_ANY = {};

    private final Entitlement[][] byMachine;
    private final int revision;

    /// One machine's entitlement from a moment on.
    public record Entry(int machine, Entitlement entitlement) {}

    private Entitlements(Entitlement[][] byMachine, int revision) {
        this.byMachine = byMachine;
        this.revision = revision;
    }

    /// The fleet's count of changes that is contained.
    public int revision() {
        return revision;
    }

    /// The same with further entries; one of the same machine and `from` replaces the other.
    public Entitlements with(List<Entry> entries, int newRevision) {
        int size = entries.stream().mapToInt(entry -> entry.machine() + 1).max().orElse(0);
        Entitlement[][] copy = Arrays.copyOf(byMachine, Math.max(size, byMachine.length));
        Map<Entitlement, Entitlement> equal = new HashMap<>();
        for (Entry entry : entries) {
            Entitlement one = equal.computeIfAbsent(entry.entitlement(), e -> e);
            copy[entry.machine()] = merged(copy[entry.machine()], one);
        }
        return new Entitlements(copy, newRevision);
    }

    /// The gates, without the baseline, that keep the machine from hotpatching at a minute; empty where none does.
    public List<Gate> gates(int machine, long minute) {
        Entitlement[] own = machine < byMachine.length && byMachine[machine] != null ? byMachine[machine] : NEVER_ANY;
        for (int i = own.length - 1; i >= 0; i--) {
            if (own[i].from() <= minute) {
                return own[i].gatesAt(minute);
            }
        }
        return Entitlement.gatesWithout();
    }

    /// All of one machine's, in order of `from`.
    public List<Entitlement> of(int machine) {
        return machine < byMachine.length && byMachine[machine] != null ? List.of(byMachine[machine]) : List.of();
    }

    private static Entitlement[] merged(Entitlement[] own, Entitlement added) {
        if (own == null) {
            return new Entitlement[] {added};
        }
        Map<Long, Entitlement> byFrom = new HashMap<>();
        for (Entitlement one : own) {
            byFrom.put(one.from(), one);
        }
        byFrom.put(added.from(), added);
        Entitlement[] all = byFrom.values().toArray(new Entitlement[0]);
        Arrays.sort(all, (a, b) -> Long.compare(a.from(), b.from()));
        return all;
    }
}
