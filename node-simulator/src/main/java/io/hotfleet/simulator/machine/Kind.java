package io.hotfleet.simulator.machine;

import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.memory.Setup.Shape;
import java.util.List;

/// What a machine's memory looks like before anything is patched.
public record Kind(String product, Shape shape) {
    private static final String CLIENT = "windows-11";

    /// A role says more than the installation option; where nothing is known, few processes run.
    public static Kind of(Facts facts) {
        List<String> roles = facts.roles() == null ? List.of() : facts.roles();
        boolean desktop =
                "desktop".equals(facts.installOption()) || facts.product().startsWith(CLIENT);
        if (roles.contains("domain-controller")) {
            return new Kind(facts.product(), Shape.DOMAIN_CONTROLLER);
        }
        if (roles.contains("wsus")) {
            return new Kind(facts.product(), Shape.WSUS);
        }
        return new Kind(facts.product(), desktop ? Shape.DESKTOP : Shape.CORE);
    }
}
