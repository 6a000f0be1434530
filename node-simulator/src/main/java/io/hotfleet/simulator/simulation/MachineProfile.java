package io.hotfleet.simulator.simulation;

import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.simulator.inventory.Facts;
import java.util.List;

/// What a machine's memory looks like before anything is patched.
public record MachineProfile(String product, Shape shape) {
    private static final String CLIENT = "windows-11";

    /// A role says more than the installation option; where nothing is known, few processes run.
    public static MachineProfile of(Facts facts) {
        List<String> roles = facts.roles() == null ? List.of() : facts.roles();
        boolean desktop =
                "desktop".equals(facts.installOption()) || facts.product().startsWith(CLIENT);
        if (roles.contains("domain-controller")) {
            return new MachineProfile(facts.product(), Shape.DOMAIN_CONTROLLER);
        }
        if (roles.contains("wsus")) {
            return new MachineProfile(facts.product(), Shape.WSUS);
        }
        return new MachineProfile(facts.product(), desktop ? Shape.DESKTOP : Shape.CORE);
    }
}
