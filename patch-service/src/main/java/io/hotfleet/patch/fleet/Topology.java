package io.hotfleet.patch.fleet;

import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.policy.Assumptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A fleet's units and machines, as of one revision. Immutable.
public final class Topology {
    /// Older than any.
    static final Topology NONE = new Topology(-1, List.of(), Map.of());

    private final int revision;
    private final Map<Integer, Unit> units = new HashMap<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final Map<Integer, Unit> unitOf = new HashMap<>();
    private final Map<Integer, Member> byNumber = new HashMap<>();
    private final Map<Integer, List<String>> clusteredRoles;
    private final List<String> products;

    /// @param clusteredRoles the types of the roles that live on a machine, by its number
    Topology(int revision, Collection<Unit> all, Map<Integer, List<String>> clusteredRoles) {
        this.revision = revision;
        this.clusteredRoles = clusteredRoles;
        for (Unit unit : all) {
            units.put(unit.number(), unit);
            for (Member member : unit.members()) {
                byName.put(member.name(), member);
                unitOf.put(member.number(), unit);
                byNumber.put(member.number(), member);
            }
        }
        this.products = byName.values().stream()
                .map(Member::product)
                .distinct()
                .sorted()
                .toList();
    }

    public int revision() {
        return revision;
    }

    public Collection<Unit> units() {
        return units.values();
    }

    public Unit unit(int number) {
        return units.get(number);
    }

    public Unit unitOf(int machine) {
        return unitOf.get(machine);
    }

    public Optional<Member> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Member machine(int number) {
        return byNumber.get(number);
    }

    public Collection<Member> machines() {
        return byName.values();
    }

    /// In order of name.
    public List<String> products() {
        return products;
    }

    public Stream<Unit> clusters() {
        return units.values().stream().filter(Unit::cluster);
    }

    /// Seconds that moving all roles of a machine once takes their services away.
    public long interruptionSeconds(Member machine, Assumptions assumptions) {
        return clusteredRoles.getOrDefault(machine.number(), List.of()).stream()
                .mapToLong(assumptions::interruptionSeconds)
                .sum();
    }
}
