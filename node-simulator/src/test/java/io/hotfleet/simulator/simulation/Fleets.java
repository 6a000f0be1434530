package io.hotfleet.simulator.simulation;

import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.inventory.Policy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Small fleets of machines m1, m2, … whose work takes fixed times.
public final class Fleets {
    private static final Assumptions FIXED = new Assumptions(
            new Span(120, true),
            new Span(1_500, true),
            new Span(480, true),
            new Span(20, true),
            Map.of("generic", 30),
            0);

    private Fleets() {}

    public static Fleet of(int machines) {
        return fleet(machines, "running", List.of());
    }

    public static Fleet blocked(int machines) {
        return fleet(machines, "configured", List.of());
    }

    public static Fleet with(int machines, MachineEvent... events) {
        return fleet(machines, "running", List.of(events));
    }

    public static Facts facts(String vbs, String kb) {
        return new Facts(
                "windows-server-2025",
                "standard",
                "on-premises",
                "released",
                "core",
                "listed",
                "uefi-secure-boot",
                vbs,
                "on",
                "connected",
                "active",
                "enabled",
                true,
                "automatic-by-platform",
                "healthy",
                "windows-update",
                "allow",
                "off",
                8,
                kb,
                List.of(),
                null,
                null);
    }

    private static Fleet fleet(int machines, String vbs, List<MachineEvent> events) {
        List<Machine> members = IntStream.rangeClosed(1, machines)
                .mapToObj(i -> new Machine("m" + i, null, facts(vbs, null), null))
                .toList();
        Policy policy = new Policy("none", "fall-back", 0, List.of(new Policy.Ring("all", 100, 0)));
        return new Fleet("test", members, List.of(), FIXED, policy, events, List.of());
    }
}
