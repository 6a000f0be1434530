package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import java.util.HashMap;
import java.util.Map;

/// What a fleet file says of the fleet as a whole.
public final class FleetSettings {
    final Map<String, Object> assumptions = new HashMap<>();
    final Map<String, Object> policy = new HashMap<>();
    String name;
    FactSheet defaults = FactSheet.EMPTY;
    Window defaultWindow;

    FleetSettings() {}

    public void name(String fleet) {
        name = fleet;
    }

    public void defaults(FactSheet facts, Window window) {
        defaults = facts;
        defaultWindow = window;
    }

    public void assumption(String field, Object value) {
        assumptions.put(field, value);
    }

    public void policy(String field, Object value) {
        policy.put(field, value);
    }
}
