package io.hotfleet.patch.planner;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.ShippedReleases;
import io.hotfleet.patch.entitlement.Entitlement;
import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.entitlement.Gate;
import io.hotfleet.patch.planner.Node.Memory;
import io.hotfleet.patch.policy.Assumptions;
import io.hotfleet.patch.policy.Assumptions.Span;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.MaintenanceWindow;
import io.hotfleet.patch.policy.Policy;
import io.hotfleet.patch.policy.Policy.IfRestartNeeded;
import io.hotfleet.patch.policy.Policy.OutOfBand;
import io.hotfleet.patch.policy.Strategy;
import io.hotfleet.patch.track.Track;
import io.hotfleet.postgres.Minutes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A unit on the shipped releases of 2025, for tests of decisions.
final class Scene {
    static final String SERVER = "windows-server-2025";

    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    private Strategy strategy = Strategy.HOTPATCH;
    private OutOfBand outOfBand = OutOfBand.NONE;
    private IfRestartNeeded ifRestartNeeded = IfRestartNeeded.FALL_BACK;
    private int soakMinutes;
    private String product = SERVER;
    private Set<String> roles = Set.of();
    private List<Gate> gates = List.of();
    private String kb = "KB5066835";
    private String window;
    private String vbs;
    private boolean live;

    Scene strategy(Strategy value) {
        strategy = value;
        return this;
    }

    Scene outOfBand(OutOfBand value) {
        outOfBand = value;
        return this;
    }

    Scene hold() {
        ifRestartNeeded = IfRestartNeeded.HOLD;
        return this;
    }

    Scene soak(int minutes) {
        soakMinutes = minutes;
        return this;
    }

    Scene product(String value) {
        product = value;
        return this;
    }

    Scene role(String value) {
        roles = Set.of(value);
        return this;
    }

    Scene gates(String... values) {
        gates = Arrays.stream(values).map(Gate::new).toList();
        return this;
    }

    Scene has(String value) {
        kb = value;
        return this;
    }

    /// A live fleet, whose machines told this of their VBS.
    Scene live(String told) {
        live = true;
        vbs = told;
        return this;
    }

    /// A rehearsal, whose machines told this of their VBS.
    Scene vbs(String told) {
        vbs = told;
        return this;
    }

    Scene window(String value) {
        window = value;
        return this;
    }

    FleetPlan plan() {
        Span fixedInstall = new Span(1_500, true);
        Assumptions assumptions = new Assumptions(new Span(120, true), fixedInstall, new Span(480, true), null, null);
        Policy policy = new Policy(outOfBand, ifRestartNeeded, soakMinutes, null);
        FleetDefinition definition = live
                ? new FleetDefinition(strategy, null, null, 1L, policy, assumptions, null, null, null, null)
                : FleetDefinition.rehearsal(
                        strategy, YearMonth.of(2025, 1), YearMonth.of(2025, 12), policy, assumptions);
        return new FleetPlan(definition, CATALOGUE);
    }

    UpdateSelector selector() {
        List<Entitlements.Entry> entries = new ArrayList<>();
        for (int machine = 1; machine <= 64; machine++) {
            entries.add(new Entitlements.Entry(machine, new Entitlement(0, Minutes.NEVER, gates.isEmpty(), gates)));
        }
        return new UpdateSelector(plan(), Entitlements.NONE.with(entries, 1), RingGate.ALL);
    }

    Member member() {
        return new Member(1, "a", product, roles, 0, 0);
    }

    Node node(int machine) {
        Track track = Track.of(CATALOGUE.find(product, kb).orElse(null), CATALOGUE);
        Node fresh = Node.fresh(machine, kb, track);
        return vbs == null ? fresh : fresh.withSeq(1, new Memory(vbs, 0, 0, 0));
    }

    /// A stand-alone machine.
    UnitSnapshot alone() {
        Unit unit = new Unit(1, "a", false, parsed(), 0, List.of(member()));
        return new UnitSnapshot(unit, UnitState.fresh(1, 0), List.of(node(1)), null);
    }

    /// A cluster whose first nodes have one role each, the others none.
    UnitSnapshot cluster(int nodes, int withRole, boolean witness) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            members.add(new Member(i + 1, "n-%02d".formatted(i), product, roles, i, i < withRole ? 1 : 0));
        }
        members.sort(Comparator.comparingInt(Member::clusteredRoles).thenComparing(Member::name));
        Unit unit = new Unit(1, "c", true, parsed(), 0, members);
        List<Node> states =
                members.stream().map(member -> node(member.number())).toList();
        return new UnitSnapshot(unit, UnitState.fresh(1, 0), states, ClusterState.fresh(nodes, witness));
    }

    static long minute(String instant) {
        return Minutes.of(Instant.parse(instant));
    }

    private MaintenanceWindow parsed() {
        return window == null ? null : MaintenanceWindow.parse(window);
    }
}
