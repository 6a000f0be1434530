package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.assessment.Assessment;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all plays of a rehearsal share and none changes.
///
/// @param names of the machines, by index
/// @param indexes of the machines, by name
public record SimulationInput(
        Fleet fleet,
        Assessment assessment,
        Period period,
        long seed,
        List<FleetEvent> happenings,
        String[] names,
        Map<String, Integer> indexes) {
    public static SimulationInput of(
            Fleet fleet, Assessment assessment, Period period, long seed, List<FleetEvent> happenings) {
        Map<String, Integer> indexes = HashMap.newHashMap(fleet.machines().size());
        String[] names = new String[fleet.machines().size()];
        for (Machine machine : fleet.machines()) {
            names[indexes.size()] = machine.name();
            indexes.put(machine.name(), indexes.size());
        }
        return new SimulationInput(fleet, assessment, period, seed, List.copyOf(happenings), names, indexes);
    }

    int index(String machine) {
        Integer index = indexes.get(machine);
        if (index == null) {
            throw new IllegalStateException(
                    "patch-service commands a machine that the fleet does not have: " + machine);
        }
        return index;
    }

    Machine machine(int index) {
        return fleet.machines().get(index);
    }
}
